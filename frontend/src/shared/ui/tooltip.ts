/** By itself, so that it is read when it is first wanted. */
export { Tooltip } from '@mantine/core';
