/** A rule that guards the units of production. */
export interface Rail {
  /** The trigger's name; gates are called after it. */
  name: string;
  /** The function that checks a unit, and its arguments. */
  call: readonly [name: string, ...args: string[]];
  /** Breaking it is told, and stops nothing. */
  warns?: boolean;
  /** What it demands, as a sentence goes on. */
  demands: string;
}

const DEPLOYMENTS_ONLY = 'r.kind != "Deployment"';

/** The rails before production, in the names that functions had in the tutorial's time. */
export const RAILS: readonly Rail[] = [
  { name: 'complete', call: ['no-placeholders'], demands: 'no placeholder may be left' },
  {
    name: 'sane-replicas',
    call: ['cel-validate', `${DEPLOYMENTS_ONLY} || (r.spec.replicas >= 1 && r.spec.replicas <= 10)`],
    demands: 'a service has 1 to 10 replicas',
  },
  {
    name: 'approved',
    call: ['is-approved', '1'],
    demands: 'somebody must have approved the newest revision',
  },
  {
    name: 'fixed-version',
    call: [
      'cel-validate',
      `${DEPLOYMENTS_ONLY} || r.spec.template.spec.containers.all(c, !c.image.endsWith(":latest"))`,
    ],
    warns: true,
    demands: 'an image should have a version, not ":latest"',
  },
];

/** The name that a rail has in gates and warnings. */
export function gateOf({ name, call }: Rail): string {
  return `${name}/${call[0]}`;
}

/** The rail with this name. @throws RangeError when there is none */
export function rail(name: string): Rail {
  const found = RAILS.find((candidate) => candidate.name === name);
  if (!found)
    throw new RangeError(`there is no rail ${name}; there are ${RAILS.map((one) => one.name).join(', ')}`);
  return found;
}
