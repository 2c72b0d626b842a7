import type { Unit } from '../../cub/unit';
import { serviceConfig } from '../config';
import type { HubView } from '../hub';
import { PLACEHOLDER } from '../services';
import type { Findings } from './finding';

/** Looks a unit up; a missing one is a finding. */
export function checkUnit(findings: Findings, hub: HubView, space: string, slug: string): Unit | undefined {
  const unit = hub.find(space, slug);
  findings.expect(`${space}/${slug}`, 'a unit', unit && 'a unit');
  return unit;
}

/** The unit must have a target, and the cluster must have been given its newest revision. */
export function checkApplied(findings: Findings, unit: Unit): void {
  findings.expect(`${nameOf(unit)}, target`, 'a target', unit.target && 'a target');
  findings.expect(
    `${nameOf(unit)}, revision in the cluster`,
    unit.head,
    unit.live === 0 ? 'none: it was never applied' : unit.live,
  );
}

/** The unit must come from the other, at its newest revision. */
export function checkUpstream(findings: Findings, unit: Unit, upstream: Unit | undefined): void {
  if (!upstream) return;
  const known = findings.expect(
    `${nameOf(unit)}, upstream`,
    nameOf(upstream),
    unit.upstream?.id === upstream.id ? nameOf(upstream) : unit.upstream && 'another unit',
  );
  if (known) {
    findings.expect(`${nameOf(unit)}, upstream revision`, upstream.head, unit.upstream?.revision);
  }
}

/** No placeholder may be left, and the service must be in its namespace. */
export function checkNamespace(findings: Findings, unit: Unit, namespace: string): void {
  const found = unit.data.includes(PLACEHOLDER) ? PLACEHOLDER : serviceConfig(unit.data).namespace;
  findings.expect(`${nameOf(unit)}, namespace`, namespace, found);
}

/** `space/unit` */
export function nameOf(unit: Unit): string {
  return `${unit.space}/${unit.slug}`;
}
