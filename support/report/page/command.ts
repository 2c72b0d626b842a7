import type { CommandRecord } from '../media-types';
import { duration } from '../words';
import { between, type Html, html } from './html';
import { shellText } from './shell-text';
import { shortened } from './shortened';

/** A command that ran: its line with the exit code, its output folded below. */
export function commandItem(record: CommandRecord, times: number): Html {
  const line = shellText([record.command, ...record.args]);
  const bad = record.exitCode !== 0;
  return html`<details class="evidence command">
<summary><code>${between(line)}</code> ${bad && html`<span class="badge failed">exit ${record.exitCode ?? 'none'}</span>`}
${times > 1 && html`<span class="quiet">asked ${times} times, the last one</span>`}
<span class="quiet figure">${duration(record.milliseconds / 1000)}</span></summary>
<p><button type="button" data-copy>copy command</button></p>
${stream('Input', record.input)}${stream('Output', record.stdout)}${stream('Errors', record.stderr)}
${record.stdout === '' && record.stderr === '' && html`<p class="quiet">It printed nothing.</p>`}
</details>`;
}

function stream(title: string, text: string | undefined): Html | false {
  if (text === undefined || text.trim() === '') return false;
  return html`<p class="stream">${title}</p><pre>${between(shortened(text.trimEnd()))}</pre>`;
}
