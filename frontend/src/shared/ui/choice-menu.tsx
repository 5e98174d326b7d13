import { Button } from '@mantine/core';
import { IconChevronDown } from '@tabler/icons-react';
import classes from './choice-menu.module.css';
import { lazyItems, useMenu } from './use-menu.tsx';

const choiceItems = lazyItems(async () => (await import('./choice-items.tsx')).ChoiceItems);

type Option<Value extends string> = { value: Value; label: string };

type Props<Value extends string> = {
  /** What is chosen here, such as Kind. It is the button's text while nothing is. */
  label: string;
  options: readonly Option<Value>[];
  value: Value;
  /** The choice that means no choice; another one is shown as set. */
  neutral: Value;
  onChoose: (value: Value) => void;
};

/** A button that opens a short list of which one is chosen. */
export function ChoiceMenu<Value extends string>({ label, options, value, neutral, onChoose }: Props<Value>) {
  const chosen = options.find((option) => option.value === value);
  const isSet = value !== neutral;
  const onChooseValue = (wanted: string) => onChoose(wanted as Value);
  const { opener, menu } = useMenu(
    choiceItems,
    { options, value, onChoose: onChooseValue },
    { position: 'bottom-end' },
  );
  return (
    <>
      <Button
        {...opener}
        variant="subtle"
        color="gray"
        className={classes.button}
        data-set={isSet || undefined}
        aria-label={`${label}: ${chosen?.label ?? ''}`}
        rightSection={<IconChevronDown size={16} stroke={1.5} aria-hidden />}
      >
        {isSet ? chosen?.label : label}
      </Button>
      {menu}
    </>
  );
}
