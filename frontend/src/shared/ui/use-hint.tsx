import type { TooltipProps } from '@mantine/core';
import { useEffect, useRef, useState } from 'react';
import type { PointerEvent, ReactNode, RefObject } from 'react';
import { partOfPage } from '../api/part-of-page.ts';

const OPEN_AFTER_MS = 400;
const tooltip = partOfPage(async () => (await import('./tooltip.ts')).Tooltip);

type Hint<Pointed extends HTMLElement> = {
  /** For the element that is pointed at. */
  pointed: {
    ref: RefObject<Pointed | null>;
    onPointerEnter: (event: PointerEvent) => void;
    onPointerLeave: () => void;
  };
  /** Stands anywhere beside it. */
  hint: ReactNode;
};

/**
 * A tooltip that is nothing until a mouse comes: of hundreds of things alike in a list hardly one is ever pointed at,
 * and making it would be half of what drawing them takes. The code of it is read then too.
 */
export function useHint<Pointed extends HTMLElement>(
  label: string,
  look?: { multiline: true; maw: number },
): Hint<Pointed> {
  const ref = useRef<Pointed>(null);
  const [phase, setPhase] = useState<'never' | 'waiting' | 'open' | 'closed'>('never');

  useEffect(() => {
    if (phase !== 'waiting') return;
    const timer = setTimeout(() => setPhase('open'), OPEN_AFTER_MS);
    return () => clearTimeout(timer);
  }, [phase]);

  useEffect(() => {
    if (phase !== 'open') return;
    const close = ({ key }: KeyboardEvent) => {
      if (key === 'Escape') setPhase('closed');
    };
    window.addEventListener('keydown', close);
    return () => window.removeEventListener('keydown', close);
  }, [phase]);

  return {
    pointed: {
      ref,
      onPointerEnter: ({ pointerType }) => {
        if (pointerType === 'mouse') setPhase('waiting');
      },
      onPointerLeave: () => setPhase((held) => (held === 'never' ? held : 'closed')),
    },
    hint:
      phase === 'never' ? null : (
        <ReadTooltip target={ref} label={label} opened={phase === 'open'} {...look} />
      ),
  };
}

function ReadTooltip(props: Pick<TooltipProps, 'target' | 'label' | 'opened' | 'multiline' | 'maw'>) {
  const [Content, setContent] = useState(() => tooltip.held());
  useEffect(() => {
    // What cannot be read is no loss: the name is there for all who cannot see the tooltip.
    if (Content === null) void tooltip.readAhead().then((read) => setContent(() => read));
  }, [Content]);
  return Content === null ? null : <Content {...props} />;
}
