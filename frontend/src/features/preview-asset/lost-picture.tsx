import { Button } from '@mantine/core';
import { useWhenBack } from '../../shared/connection/connection.ts';
import { words as uiWords } from '../../shared/ui/words.ts';
import classes from './lost-picture.module.css';

/** In the place of what could not be read. With the connection it comes back by itself. */
export function LostPicture({ sentence, onRetry }: { sentence: string; onRetry: () => void }) {
  useWhenBack(onRetry);
  return (
    <div className={classes.lost} role="alert">
      <p>{sentence}</p>
      <Button variant="default" onClick={onRetry}>
        {uiWords.retry}
      </Button>
    </div>
  );
}
