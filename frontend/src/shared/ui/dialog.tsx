import { Modal } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import type { MouseEvent, ReactNode, SubmitEvent } from 'react';
import classes from './dialog.module.css';
import { useIsSlow } from '../connection/answers.ts';
import { SlowWords } from '../connection/slow-words.tsx';
import { focusWrong } from './focus-wrong.ts';
import { useBackCloses } from './use-back-closes.ts';
import { useOnce } from './use-once.ts';
import { useReturnFocus } from './use-return-focus.ts';
import { words } from './words.ts';

type Props = {
  title: string;
  onClose: () => void;
  onSubmit: () => void;
  /** The buttons, the main one last. */
  actions: ReactNode;
  children: ReactNode;
  widthPx?: number;
  /** Nothing in it takes the focus: the words do, so that keys scroll them. */
  isText?: boolean;
  /** A short question without a field to type into: on a phone it rises from below, over the page that it is about. */
  isShort?: boolean;
};

// A tall one stands in the middle and a short one in the upper third, and no title moves when what is below it grows.
const TOP = 'clamp(5dvh, calc(50dvh - 380px), 16dvh)';
const TOP_OF_SHORT = '16dvh';
const SHEET = { xOffset: 0, yOffset: 0, transitionProps: { transition: 'slide-up', duration: 160 } } as const;

/** A dialog that asks for something: its buttons stay in view, and a click beside it loses nothing. */
export function Dialog({
  title,
  onClose,
  onSubmit,
  actions,
  children,
  widthPx = 576,
  isText = false,
  isShort = false,
}: Props) {
  const isNarrow = useMediaQuery('(width < 640px)', undefined, { getInitialValueInEffect: false });
  const isSheet = isNarrow && isShort;
  useReturnFocus();
  useBackCloses(onClose);
  const submitting = useSubmitting(onSubmit);

  return (
    <Modal.Root
      opened
      onClose={onClose}
      closeOnClickOutside={false}
      size={widthPx}
      {...(isSheet ? SHEET : { fullScreen: isNarrow, yOffset: isShort ? TOP_OF_SHORT : TOP })}
      // Mantine gives a className of Modal.Content to the element around it too.
      classNames={{ content: classes.content, inner: isSheet ? classes.below : undefined }}
    >
      <Modal.Overlay className={classes.overlay} />
      <Modal.Content>
        <form ref={isSheet ? tellHeight : undefined} className={classes.form} noValidate {...submitting}>
          <Head title={title} />
          <Modal.Body
            className={classes.body}
            {...(isText ? { tabIndex: 0, role: 'group', 'aria-label': title } : {})}
          >
            {children}
          </Modal.Body>
          <WhenSlow />
          <div className={classes.foot}>{actions}</div>
        </form>
      </Modal.Content>
    </Modal.Root>
  );
}

/** What is told meanwhile stands above all of a sheet: its few words are what is asked. */
function tellHeight(sheet: HTMLFormElement) {
  const { style } = document.documentElement;
  const observer = new ResizeObserver(() => style.setProperty('--foot', `${sheet.offsetHeight}px`));
  observer.observe(sheet);
  return () => {
    observer.disconnect();
    style.removeProperty('--foot');
  };
}

function useSubmitting(onSubmit: () => void) {
  const submitOnce = useOnce(onSubmit);
  return {
    onSubmit: (event: SubmitEvent<HTMLFormElement>) => {
      event.preventDefault();
      // A form in a portal still stands inside the page's other forms for React.
      event.stopPropagation();
      submitOnce();
      focusWrong(event.currentTarget);
    },
    // The second half of a double click is no answer to what the first one led to.
    onClickCapture: (event: MouseEvent) => {
      const isOnSubmit = event.target instanceof Element && event.target.closest('[type="submit"]') !== null;
      if (event.detail > 1 && isOnSubmit) event.preventDefault();
    },
  };
}

function Head({ title }: { title: string }) {
  return (
    <div className={classes.head}>
      <Modal.Title className={classes.title}>{title}</Modal.Title>
      <Modal.CloseButton aria-label={words.close} />
    </div>
  );
}

/** The line at the bottom of the page cannot be reached from within a dialog. */
function WhenSlow() {
  const isSlow = useIsSlow();
  return (
    <div role="status">
      {isSlow ? (
        <p className={classes.slow} data-slow>
          <SlowWords />
        </p>
      ) : null}
    </div>
  );
}
