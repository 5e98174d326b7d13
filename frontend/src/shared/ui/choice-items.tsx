import { Menu } from '@mantine/core';

type Props = {
  options: readonly { value: string; label: string }[];
  value: string;
  onChoose: (value: string) => void;
};

export function ChoiceItems({ options, value, onChoose }: Props) {
  return (
    <Menu.RadioGroup value={value} onChange={onChoose}>
      {options.map((option) => (
        <Menu.RadioItem key={option.value} value={option.value} closeMenuOnClick>
          {option.label}
        </Menu.RadioItem>
      ))}
    </Menu.RadioGroup>
  );
}
