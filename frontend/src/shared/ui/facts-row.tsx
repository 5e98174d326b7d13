import type { ReactNode } from 'react';
import classes from './facts-row.module.css';

/** Facts one after the other; where they take several lines, none begins or ends with the dot between two. */
export function FactsRow({ facts }: { facts: readonly ReactNode[] }) {
  const given = facts.filter((fact) => fact !== null && fact !== undefined && fact !== '');
  return (
    <span className={classes.clip}>
      <span className={classes.row}>
        {given.map((fact, index) => (
          <span key={index} className={classes.fact}>
            {index === 0 ? null : <span className={classes.dot}> · </span>}
            <span>{fact}</span>
          </span>
        ))}
      </span>
    </span>
  );
}
