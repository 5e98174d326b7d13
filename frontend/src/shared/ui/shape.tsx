import classes from './shape.module.css';

/** Stands where something will be, in its shape, until it is read. */
export function Shape({ className }: { className: string | undefined }) {
  return <div className={`${classes.shape} ${className}`} />;
}
