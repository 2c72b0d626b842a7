/** One measured number. With a bound, more than that fails the bench. */
export interface Figure {
  name: string;
  value: number;
  /** `ms`, `s`, `×` (a ratio measured in the same run), `MB`, or nothing for a count */
  unit: 'ms' | 's' | '×' | 'MB' | '';
  atMost?: number;
}

/** What one part of the bench has to say; `notRun` tells why something could not be measured here. */
export interface Part {
  title: string;
  figures: Figure[];
  notRun?: string[];
}

/** Whether a figure keeps its bound; without one it does. */
export function keeps({ value, atMost }: Figure): boolean {
  return atMost === undefined || value <= atMost;
}

/** A figure as a line: name, value, and the bound that it keeps or breaks. */
export function figureLine(figure: Figure): string {
  const { name, value, unit, atMost } = figure;
  const digits = unit === '' || (unit !== '×' && value >= 10) ? 0 : 2;
  const number = `${value.toFixed(digits)} ${unit}`.padStart(11);
  const bound = atMost === undefined ? '' : `  ${keeps(figure) ? 'within' : 'BREAKS'} ${atMost} ${unit}`;
  return `  ${name.padEnd(54)}${number}${bound}`;
}
