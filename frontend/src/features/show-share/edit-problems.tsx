import { codeOf } from '../../shared/api/api-error.ts';
import { Failure } from '../../shared/ui/failure.tsx';

type Props = { error: unknown; theirs: readonly string[] };

/** What stands against what was entered: what another made of it meanwhile, which says more than the error then. */
export function EditProblems({ error, theirs }: Props) {
  const isTold = error === null || (theirs.length > 0 && codeOf(error) === 'precondition-failed');
  return (
    <>
      {theirs.map((sentence) => (
        <Failure key={sentence} error={null} sentence={sentence} />
      ))}
      {isTold ? null : <Failure error={error} />}
    </>
  );
}
