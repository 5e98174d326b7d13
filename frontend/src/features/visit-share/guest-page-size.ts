/** So many assets of a share a guest's page asks for at once. */
export const GUEST_PAGE_SIZE = 60;
