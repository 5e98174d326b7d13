import { TextInput } from '@mantine/core';
import type { TextInputProps } from '@mantine/core';
import { TextBlock } from '../ui/text-block.tsx';
import { DESCRIPTION_LENGTH_MAX, TITLE_LENGTH_MAX, lengthLeft } from './share-text.ts';
import type { ShareText, ShareTextProblems } from './share-text.ts';
import { words } from './words.ts';

const PARTS: ('label' | 'input' | 'description' | 'error')[] = ['label', 'input', 'description', 'error'];

type Props = {
  text: ShareText;
  problems: ShareTextProblems;
  onChange: (change: Partial<ShareText>) => void;
  /** How it gets the focus. */
  titleField: TextInputProps & { 'data-autofocus'?: boolean };
};

/** Title and description, with what is wrong with each and how much more there may be. */
export function ShareTextFields({ text, problems, onChange, titleField }: Props) {
  return (
    <>
      <TextInput
        label={words.title}
        required
        withAsterisk={false}
        autoComplete="off"
        dir="auto"
        value={text.title}
        error={problems.title}
        description={lengthLeft(text.title, TITLE_LENGTH_MAX)}
        inputWrapperOrder={PARTS}
        onChange={(event) => onChange({ title: event.currentTarget.value })}
        {...titleField}
      />
      <TextBlock
        label={words.description}
        placeholder={words.descriptionHint}
        value={text.description}
        error={problems.description}
        description={lengthLeft(text.description, DESCRIPTION_LENGTH_MAX)}
        inputWrapperOrder={PARTS}
        onChange={(event) => onChange({ description: event.currentTarget.value })}
      />
    </>
  );
}
