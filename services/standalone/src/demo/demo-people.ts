/** A sign-in of the demo, and what it shows. */
export interface DemoPerson {
  email: string;
  name: string;
  account: 'Acme' | 'Quiet';
  domains: readonly string[];
  isAdministrator: boolean;
  /** For the list that is printed. */
  note: string;
}

/** The accounts of the demo: one with the shares feature, one without. */
export const DEMO_ACCOUNTS = [
  { name: 'Acme', shares: true, domains: ['Brand', 'Campaigns', 'Press'] },
  { name: 'Quiet', shares: false, domains: ['Studio'] },
] as const;

export const DEMO_PEOPLE: readonly DemoPerson[] = [
  {
    email: 'mia@demo.test',
    name: 'Mia Lindqvist',
    account: 'Acme',
    domains: ['Brand', 'Campaigns'],
    isAdministrator: false,
    note: 'Brand and Campaigns',
  },
  {
    email: 'noah@demo.test',
    name: 'Noah Okafor',
    account: 'Acme',
    domains: ['Brand'],
    isAdministrator: false,
    note: 'Brand',
  },
  {
    email: 'admin@demo.test',
    name: 'Ada Moreau',
    account: 'Acme',
    domains: ['Brand', 'Campaigns', 'Press'],
    isAdministrator: true,
    note: 'administrator',
  },
  {
    email: 'otto@demo.test',
    name: 'Otto Brandt',
    account: 'Quiet',
    domains: ['Studio'],
    isAdministrator: false,
    note: 'an account without shares',
  },
];
