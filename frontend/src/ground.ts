/** Leads to what every page stands on, so that it can be started by itself. */
export { MantineProvider as ground } from '@mantine/core';
