import { ActionIcon } from '@mantine/core';
import type { ActionIconProps } from '@mantine/core';
import { useMergedRef } from '@mantine/hooks';
import type { AriaAttributes, ReactNode, Ref } from 'react';
import { useHint } from './use-hint.tsx';

type Props = Pick<ActionIconProps, 'size' | 'className' | 'variant' | 'loading'> &
  Pick<AriaAttributes, 'aria-expanded' | 'aria-controls'> & {
    /** The accessible name. */
    label: string;
    /** What the tooltip says, where it is more or less than the name. */
    hint?: string;
    isDisabled?: boolean;
    onClick: () => void;
    children: ReactNode;
    ref?: Ref<HTMLButtonElement>;
  };

/** A button that is only an icon: always with a name, and a tooltip for who sees only the icon. */
export function IconAction({ label, hint, isDisabled = false, size = 32, children, ref, ...rest }: Props) {
  const { pointed, hint: tooltip } = useHint<HTMLButtonElement>(hint ?? label);
  const button = useMergedRef(pointed.ref, ref);
  return (
    <>
      <ActionIcon
        variant="subtle"
        color="gray"
        {...pointed}
        {...rest}
        ref={button}
        size={size}
        aria-label={label}
        aria-disabled={isDisabled}
        data-disabled={isDisabled}
        onClick={isDisabled ? undefined : rest.onClick}
      >
        {children}
      </ActionIcon>
      {tooltip}
    </>
  );
}
