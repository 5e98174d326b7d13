import { ROLES, type Role } from './cast.ts';

/** One line of the table: what each role gets. */
export interface PolicyLine {
  method: string;
  /** In Express's form. */
  path: string;
  /** Which of several cases of one route; empty where there is but one. */
  variant: string;
  answers: Record<Role, number>;
}

/**
 * Who may what: every route of the public interface, asked for one asset of the domain Brand, which Mia shared.
 *
 * A guest opened the link of that share, a guest of another the link of another share of hers; the internal guest is a
 * user of the domain Press who was invited to it. The colleague belongs to Brand, whoever is of another domain to
 * Press; the administrator to the account, and whoever is of another account to one that has shares as well.
 *
 * 404 to somebody who is known is the very same answer as for what does not exist, and so is 401 to the others. A
 * ticket is a capability, so that programs which know no cookies can take a download; somebody else's session is not.
 * 403 is the answer of the administration to every person who is no administrator, whatever it is asked for.
 * 410 is the answer to a code in a browser that waits for none.
 * 409 is the answer to whoever may renew a guest, since that guest's link still works.
 */
const TABLE = `
                                                   |       |       | guest   | internal |           | other  | adminis- | other   |
                                                   | nobody| guest | of a.n. | guest    | colleague | domain | trator   | account | owner
GET    /api/v1/session                             |  401  |  401  |  401    |  200     |  200      |  200   |  200     |  200    |  200
POST   /api/v1/session (wrong)                     |  401  |  401  |  401    |  401     |  401      |  401   |  401     |  401    |  401
DELETE /api/v1/session                             |  204  |  204  |  204    |  204     |  204      |  204   |  204     |  204    |  204
GET    /api/v1/session/options                     |  200  |  200  |  200    |  200     |  200      |  200   |  200     |  200    |  200
GET    /api/v1/session/oidc                        |  404  |  404  |  404    |  404     |  404      |  404   |  404     |  404    |  404
GET    /api/v1/session/oidc/callback               |  404  |  404  |  404    |  404     |  404      |  404   |  404     |  404    |  404
POST   /api/v1/session/recovery                    |  202  |  202  |  202    |  202     |  202      |  202   |  202     |  202    |  202
PUT    /api/v1/session/recovery (wrong)            |  401  |  401  |  401    |  401     |  401      |  401   |  401     |  401    |  401
PUT    /api/v1/session/domain                      |  401  |  401  |  401    |  404     |  200      |  404   |  200     |  404    |  200
PUT    /api/v1/session/language                    |  401  |  401  |  401    |  204     |  204      |  204   |  204     |  204    |  204
GET    /api/v1/sessions                            |  401  |  401  |  401    |  200     |  200      |  200   |  200     |  200    |  200
DELETE /api/v1/sessions/:id                        |  401  |  401  |  401    |  404     |  404      |  404   |  404     |  404    |  204
POST   /api/v1/sessions/end-others                 |  401  |  401  |  401    |  204     |  204      |  204   |  204     |  204    |  204
DELETE /api/v1/sessions                            |  401  |  401  |  401    |  204     |  204      |  204   |  204     |  204    |  204
PUT    /api/v1/session/password (wrong)            |  401  |  401  |  401    |  401     |  401      |  401   |  401     |  401    |  401
GET    /api/v1/tokens                              |  401  |  401  |  401    |  200     |  200      |  200   |  200     |  200    |  200
POST   /api/v1/tokens                              |  401  |  401  |  401    |  201     |  201      |  201   |  201     |  201    |  201
DELETE /api/v1/tokens/:id                          |  401  |  401  |  401    |  404     |  404      |  404   |  404     |  404    |  204
GET    /api/v1/users                               |  401  |  401  |  401    |  200     |  200      |  200   |  200     |  200    |  200

GET    /api/v1/assets                              |  401  |  401  |  401    |  200     |  200      |  200   |  200     |  200    |  200
GET    /api/v1/assets (of the domain)              |  401  |  401  |  401    |  404     |  200      |  404   |  200     |  404    |  200
GET    /api/v1/assets/outline                      |  401  |  401  |  401    |  200     |  200      |  200   |  200     |  200    |  200
POST   /api/v1/assets                              |  401  |  401  |  401    |  404     |  201      |  404   |  201     |  404    |  201
GET    /api/v1/assets/:id                          |  401  |  401  |  401    |  404     |  200      |  404   |  200     |  404    |  200
PATCH  /api/v1/assets/:id                          |  401  |  401  |  401    |  404     |  200      |  404   |  200     |  404    |  200
DELETE /api/v1/assets/:id                          |  401  |  401  |  401    |  404     |  204      |  404   |  204     |  404    |  204
GET    /api/v1/assets/:id/thumbnail                |  404  |  404  |  404    |  404     |  200      |  404   |  200     |  404    |  200
GET    /api/v1/assets/:id/thumbnail (of the share) |  404  |  200  |  404    |  200     |  200      |  404   |  200     |  404    |  200
GET    /api/v1/assets/:id/preview                  |  404  |  404  |  404    |  404     |  200      |  404   |  200     |  404    |  200
GET    /api/v1/assets/:id/preview (of the share)   |  404  |  200  |  404    |  200     |  200      |  404   |  200     |  404    |  200
GET    /api/v1/assets/:id/pages                    |  404  |  404  |  404    |  404     |  200      |  404   |  200     |  404    |  200
GET    /api/v1/assets/:id/pages (of the share)     |  404  |  200  |  404    |  200     |  200      |  404   |  200     |  404    |  200
GET    /api/v1/assets/:id/pages/:page              |  404  |  404  |  404    |  404     |  200      |  404   |  200     |  404    |  200
GET    /api/v1/assets/:id/pages/:page (of the share)|  404  |  200  |  404    |  200     |  200      |  404   |  200     |  404    |  200

OPTIONS /api/v1/uploads                            |  204  |  204  |  204    |  204     |  204      |  204   |  204     |  204    |  204
POST   /api/v1/uploads                             |  401  |  401  |  401    |  404     |  201      |  404   |  201     |  404    |  201
GET    /api/v1/uploads                             |  401  |  401  |  401    |  200     |  200      |  200   |  200     |  200    |  200
GET    /api/v1/uploads/:id                         |  401  |  401  |  401    |  404     |  404      |  404   |  404     |  404    |  200
HEAD   /api/v1/uploads/:id                         |  401  |  401  |  401    |  404     |  404      |  404   |  404     |  404    |  200
PATCH  /api/v1/uploads/:id                         |  401  |  401  |  401    |  404     |  404      |  404   |  404     |  404    |  204
DELETE /api/v1/uploads/:id                         |  401  |  401  |  401    |  404     |  404      |  404   |  404     |  404    |  204

POST   /api/v1/downloads                           |  401  |  201  |  404    |  404     |  201      |  404   |  201     |  404    |  201
POST   /api/v1/downloads (of the share)            |  401  |  201  |  404    |  201     |  404      |  404   |  201     |  404    |  201
GET    /api/v1/downloads/:id                       |  401  |  404  |  404    |  404     |  404      |  404   |  404     |  404    |  200
GET    /d/:ticket (of the owner)                   |  200  |  404  |  404    |  404     |  404      |  404   |  404     |  404    |  200
HEAD   /d/:ticket (of the owner)                   |  200  |  404  |  404    |  404     |  404      |  404   |  404     |  404    |  200
GET    /d/:ticket (of the guest)                   |  200  |  200  |  404    |  404     |  404      |  404   |  404     |  404    |  404
HEAD   /d/:ticket (of the guest)                   |  200  |  200  |  404    |  404     |  404      |  404   |  404     |  404    |  404

POST   /api/v1/shares/check                        |  401  |  401  |  401    |  404     |  200      |  404   |  200     |  404    |  200
POST   /api/v1/shares                              |  401  |  401  |  401    |  404     |  201      |  404   |  201     |  404    |  201
GET    /api/v1/shares                              |  401  |  401  |  401    |  200     |  200      |  200   |  200     |  200    |  200
GET    /api/v1/shares (received)                   |  401  |  401  |  401    |  200     |  200      |  200   |  200     |  200    |  200
GET    /api/v1/shares/:id                          |  401  |  401  |  401    |  200     |  404      |  404   |  200     |  404    |  200
PATCH  /api/v1/shares/:id                          |  401  |  401  |  401    |  404     |  404      |  404   |  200     |  404    |  200
DELETE /api/v1/shares/:id                          |  401  |  401  |  401    |  404     |  404      |  404   |  204     |  404    |  204
GET    /api/v1/shares/:id/assets                   |  401  |  401  |  401    |  200     |  404      |  404   |  200     |  404    |  200
POST   /api/v1/shares/:id/assets                   |  401  |  401  |  401    |  404     |  404      |  404   |  200     |  404    |  200
POST   /api/v1/shares/:id/assets/remove            |  401  |  401  |  401    |  404     |  404      |  404   |  200     |  404    |  200
GET    /api/v1/shares/:id/guests                   |  401  |  401  |  401    |  404     |  404      |  404   |  200     |  404    |  200
GET    /api/v1/shares/:id/invitation-policy        |  401  |  401  |  401    |  404     |  404      |  404   |  200     |  404    |  200
POST   /api/v1/shares/:id/guests                   |  401  |  401  |  401    |  404     |  404      |  404   |  200     |  404    |  200
DELETE /api/v1/shares/:id/guests/:guestId          |  401  |  401  |  401    |  404     |  404      |  404   |  204     |  404    |  204
POST   /api/v1/shares/:id/guests/:guestId/link     |  401  |  401  |  401    |  404     |  404      |  404   |  200     |  404    |  200
POST   /api/v1/shares/:id/guests/:guestId/renew    |  401  |  401  |  401    |  404     |  404      |  404   |  409     |  404    |  409
POST   /api/v1/shares/:id/guests/:guestId/resend   |  401  |  401  |  401    |  404     |  404      |  404   |  200     |  404    |  200
GET    /api/v1/shares/:id/guests/:guestId/sessions |  401  |  401  |  401    |  404     |  404      |  404   |  200     |  404    |  200
DELETE /api/v1/shares/:id/guests/:guestId/sessions/:sessionId | 401 | 401 | 401  |  404     |  404      |  404   |  204     |  404    |  204
GET    /api/v1/shares/:id/activity                 |  401  |  401  |  401    |  404     |  404      |  404   |  200     |  404    |  200
GET    /api/v1/shares/:id/downloads                |  401  |  401  |  401    |  404     |  404      |  404   |  200     |  404    |  200

POST   /api/v1/guest/session                       |  201  |  201  |  201    |  201     |  201      |  201   |  201     |  201    |  201
POST   /api/v1/guest/session/code                  |  410  |  410  |  410    |  410     |  410      |  410   |  410     |  410    |  410
GET    /api/v1/guest/session                       |  401  |  200  |  200    |  401     |  401      |  401   |  401     |  401    |  401
PUT    /api/v1/guest/session/language              |  401  |  204  |  204    |  401     |  401      |  401   |  401     |  401    |  401
DELETE /api/v1/guest/session                       |  204  |  204  |  204    |  204     |  204      |  204   |  204     |  204    |  204
POST   /api/v1/guest/link-request                  |  202  |  202  |  202    |  202     |  202      |  202   |  202     |  202    |  202
GET    /api/v1/guest/share                         |  401  |  200  |  200    |  401     |  401      |  401   |  401     |  401    |  401
GET    /api/v1/guest/share/assets                  |  401  |  200  |  200    |  401     |  401      |  401   |  401     |  401    |  401

GET    /api/v1/admin/users                         |  401  |  401  |  401    |  403     |  403      |  403   |  200     |  403    |  403
POST   /api/v1/admin/users                         |  401  |  401  |  401    |  403     |  403      |  403   |  201     |  403    |  403
PATCH  /api/v1/admin/users/:id                     |  401  |  401  |  401    |  403     |  403      |  403   |  200     |  403    |  403
PUT    /api/v1/admin/users/:id/password            |  401  |  401  |  401    |  403     |  403      |  403   |  200     |  403    |  403
GET    /api/v1/admin/domains                       |  401  |  401  |  401    |  403     |  403      |  403   |  200     |  403    |  403
POST   /api/v1/admin/domains                       |  401  |  401  |  401    |  403     |  403      |  403   |  201     |  403    |  403
PATCH  /api/v1/admin/domains/:id                   |  401  |  401  |  401    |  403     |  403      |  403   |  200     |  403    |  403
PUT    /api/v1/admin/domains/:id/members/:userId   |  401  |  401  |  401    |  403     |  403      |  403   |  204     |  403    |  403
DELETE /api/v1/admin/domains/:id/members/:userId   |  401  |  401  |  401    |  403     |  403      |  403   |  204     |  403    |  403
GET    /api/v1/admin/domains/:id/policy            |  401  |  401  |  401    |  403     |  403      |  403   |  200     |  403    |  403
PATCH  /api/v1/admin/domains/:id/policy            |  401  |  401  |  401    |  403     |  403      |  403   |  200     |  403    |  403
GET    /api/v1/admin/features                      |  401  |  401  |  401    |  403     |  403      |  403   |  200     |  403    |  403
PATCH  /api/v1/admin/features                      |  401  |  401  |  401    |  403     |  403      |  403   |  200     |  403    |  403
GET    /api/v1/admin/policy                        |  401  |  401  |  401    |  403     |  403      |  403   |  200     |  403    |  403
PATCH  /api/v1/admin/policy                        |  401  |  401  |  401    |  403     |  403      |  403   |  200     |  403    |  403
GET    /api/v1/admin/audit                         |  401  |  401  |  401    |  403     |  403      |  403   |  200     |  403    |  403
GET    /api/v1/admin/audit.csv                     |  401  |  401  |  401    |  403     |  403      |  403   |  200     |  403    |  403

POST   /api/v1/bounces                             |  404  |  404  |  404    |  404     |  404      |  404   |  404     |  404    |  404

GET    /api/v1/events                              |  401  |  200  |  200    |  200     |  200      |  200   |  200     |  200    |  200

GET    /guest/:token                               |  200  |  200  |  200    |  200     |  200      |  200   |  200     |  200    |  200
GET    /shares/:id                                 |  200  |  200  |  200    |  200     |  200      |  200   |  200     |  200    |  200
GET    /api/v1/openapi.json                        |  200  |  200  |  200    |  200     |  200      |  200   |  200     |  200    |  200
GET    /api/docs                                   |  200  |  200  |  200    |  200     |  200      |  200   |  200     |  200    |  200
GET    /livez                                      |  200  |  200  |  200    |  200     |  200      |  200   |  200     |  200    |  200
GET    /readyz                                     |  200  |  200  |  200    |  200     |  200      |  200   |  200     |  200    |  200
GET    /internal/shares/:id                        |  404  |  404  |  404    |  404     |  404      |  404   |  404     |  404    |  404
`;

const HEAD = /^([A-Z]+)\s+(\/\S*)(?:\s+\(([^)]+)\))?$/;

const readLine = (text: string): PolicyLine[] => {
  const [head = '', ...answers] = text.split('|').map((cell) => cell.trim());
  const [, method, path, variant = ''] = HEAD.exec(head) ?? [];
  if (method === undefined || path === undefined) return [];
  const ofRoles = ROLES.map((role, index) => [role, Number(answers[index])]);
  return [{ method, path, variant, answers: Object.fromEntries(ofRoles) as Record<Role, number> }];
};

export const POLICY: readonly PolicyLine[] = TABLE.split('\n').flatMap(readLine);

/** The line as a person calls it. */
export const titleOf = ({ method, path, variant }: Omit<PolicyLine, 'answers'>): string =>
  `${method} ${path}${variant === '' ? '' : ` (${variant})`}`;
