import type { Fault } from '../../faults/fault';
import type { Verdict } from './verdict';

/** How a scenario took a fault. */
export interface Result extends Verdict {
  fault: Fault;
  scenario: string;
  seconds: number;
}

const WIDTHS = [72, 7, 5, 7] as const;

/** The first line of the table. */
export const heading = `  ${columns('Fault', 'Part', 'Stage', 'Seconds')} Caught by: the step that went red`;

/** A line of the table. */
export function line({ fault, scenario, seconds, detected, told }: Result): string {
  const facts = columns(fault.name, fault.part, String(fault.stage), seconds.toFixed(1));
  const found = detected ? `${scenario}: ${told}` : `NOT DETECTED by ${scenario}: ${told}`;
  return `${detected ? '✓' : '✗'} ${facts} ${found}`;
}

function columns(...texts: [string, string, string, string]): string {
  return texts.map((text, index) => text.padEnd(WIDTHS[index] ?? 0)).join(' ');
}
