/** Calm and readable in light and dark, without anything from elsewhere. */
export const DOCS_STYLE = `
:root { color-scheme: light dark; --line: color-mix(in srgb, currentColor 14%, transparent); --quiet: color-mix(in srgb, currentColor 64%, transparent); }
body { font: 15px/1.55 system-ui, sans-serif; max-width: 52rem; margin: 0 auto; padding: 3rem 1.5rem 6rem; }
h1 { font-size: 1.75rem; margin: 0 0 .5rem; }
h2 { font-size: 1.1rem; margin: 2.5rem 0 .5rem; scroll-margin-top: 1rem; }
h3 { font-size: .85rem; margin: 1rem 0 .25rem; color: var(--quiet); font-weight: 600; }
p { max-width: 44rem; } a { color: inherit; text-underline-offset: .2em; } nav a { margin-right: .75rem; }
code { font: .92em ui-monospace, monospace; overflow-wrap: anywhere; }
details { border-top: 1px solid var(--line); } details:last-of-type { border-bottom: 1px solid var(--line); }
summary { padding: .55rem 0; cursor: pointer; list-style: none; display: flex; flex-wrap: wrap; gap: .25rem .75rem; align-items: baseline; }
.method { font: 600 .75rem ui-monospace, monospace; min-width: 3.5rem; } .what { color: var(--quiet); margin-left: auto; }
details > :not(summary) { margin-left: 4.25rem; } details > :last-child { margin-bottom: 1.25rem; }
table { border-collapse: collapse; } th, td { text-align: left; vertical-align: top; font-weight: 400; padding: .15rem 1.25rem .15rem 0; } td { color: var(--quiet); }
.problem { margin-block: .35rem; font-size: .9rem; color: var(--quiet); }
@media (max-width: 40rem) { .what { margin-left: 0; flex-basis: 100%; } details > :not(summary) { margin-left: 0; } }
`;
