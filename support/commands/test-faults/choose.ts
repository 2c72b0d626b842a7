import type { Fault } from '../../faults/fault';

/**
 * The faults whose names hold one of the given texts, whatever their case; all of them when none is given.
 *
 * @throws RangeError for a text that no name holds
 */
export function chooseFaults(faults: readonly Fault[], texts: readonly string[]): Fault[] {
  const holds = ({ name }: Fault, text: string): boolean => name.toLowerCase().includes(text.toLowerCase());
  for (const text of texts) {
    if (!faults.some((fault) => holds(fault, text)))
      throw new RangeError(`no fault is called "${text}"; see all of them with --list`);
  }
  return faults.filter((fault) => texts.length === 0 || texts.some((text) => holds(fault, text)));
}
