const known: ReadonlyArray<[pattern: RegExp, advice: string]> = [
  [
    /must be authenticated|No session/i,
    'log in with `cub auth login`, or use the environment that the lab prints',
  ],
  [/connection refused|ECONNREFUSED/i, 'start the lab, or check the address in CONFIGHUB_URL'],
  [/^space .* not found/i, 'create the space first, or check its spelling and the prefix'],
  [/^unit .* not found/i, 'create the unit first, or look for it with `cub unit list`'],
  [/already exists|duplicate/i, 'use the one that exists, or choose another name'],
  [/not empty|still has|contains/i, 'delete its links, units, targets and workers first'],
  [/no target|TargetID|target/i, 'give the unit a target with `cub unit set-target`'],
  [/unknown (shorthand )?flag/i, 'this `cub` is older or newer than the flag: see `cub COMMAND --help`'],
  [/changeset|change set/i, 'wait until the other change set is closed, or work in it with --changeset'],
  [/didn't complete/i, 'check with `cub worker list` that the worker is Ready'],
  [
    /invalid (operator|path|boolean)|no operand|where/i,
    'spell the condition as `cub unit list --help` shows',
  ],
];

/** What a user can do about something that `cub` said. */
export function adviceFor(told: string): string {
  const found = known.find(([pattern]) => pattern.test(told));
  return found ? found[1] : 'run the command again with --debug to see the requests';
}
