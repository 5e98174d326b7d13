// Limits that forms of the page know too: apart from the schemas, which stay on the server.

/** How many downloads each guest of a share may begin; one that is resumed is one. */
export const DOWNLOADS_PER_GUEST_MAX = 1_000;
/** How many invitations an account may let each person send within an hour. */
export const INVITATIONS_PER_HOUR_MAX = 10_000;
/** For how many days at most an account keeps what names an external guest. */
export const GUEST_DATA_DAYS_MAX = 3_650;
