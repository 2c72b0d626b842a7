const byWords: ReadonlyArray<[pattern: RegExp, advice: string]> = [
  [
    /must be authenticated|No session/i,
    'log in with `cub auth login`, or use the environment that the lab prints',
  ],
  [/connection refused|ECONNREFUSED/i, 'start the lab, or check the address in CONFIGHUB_URL'],
  [/space .* not found/i, 'create the space first, or check its spelling and the prefix'],
  [/unit .* not found/i, 'create the unit first, or look for it with `cub unit list`'],
  [/already exists|duplicate/i, 'use the one that exists, or choose another name'],
  [/not empty|still has|still holds/i, 'delete its links, units, targets and workers first'],
  [/changeset|change set/i, 'wait until the other change set is closed, or work in it with --changeset'],
  [
    /did not pass|\bgates?\b/i,
    'see the gates with `cub unit get`; mend the configuration, or have it approved with `cub unit approve`',
  ],
  [/no release target/i, 'say where releases go with `cub space update SPACE --release-target TARGET`'],
  [/no target|TargetID/i, 'give the unit a target with `cub unit set-target`'],
  [/unknown (shorthand )?flag/i, 'this `cub` is older or newer than the flag: see `cub COMMAND --help`'],
  [/didn't complete/i, 'check with `cub worker list` that the worker is Ready'],
];

const byCondition: ReadonlyArray<[pattern: RegExp, advice: string]> = [
  [
    /\bCONTAINS\b/,
    'to ask about config data write --resource-type apps/v1/Deployment --where-data "spec.replicas = 5"',
  ],
  [
    /^(spec|metadata|data)\./,
    'to ask about config data write --resource-type apps/v1/Deployment --where-data "spec.replicas > 2"',
  ],
  [/\bOR\b/, "conditions are joined with AND only; for several names write Slug IN ('a', 'b')"],
  [/^\*$/, "to choose all units leave --where out, or write Slug != ''"],
];

/** What a user can do about something that `cub` said, when it was run with these arguments. */
export function adviceFor(told: string, args: readonly string[]): string {
  const condition = args[args.indexOf('--where') + 1] ?? '';
  const wrongCondition = args.includes('--where') && byCondition.find(([pattern]) => pattern.test(condition));
  if (wrongCondition) return wrongCondition[1];
  const found = byWords.find(([pattern]) => pattern.test(told));
  return found ? found[1] : 'run the command again with --debug to see the requests';
}
