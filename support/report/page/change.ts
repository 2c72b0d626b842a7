import { createTwoFilesPatch, FILE_HEADERS_ONLY } from 'diff';
import type { ChangeRecord, RevisionRecord } from '../media-types';
import { between, type Html, html } from './html';

/** A unit whose config data changed: the revisions in the line, the difference folded below. */
export function changeItem(record: ChangeRecord): Html {
  const { space, unit, before, after } = record;
  const name = `${space}/${unit}`;
  if (!before || !after)
    return html`<p class="change"><span class="badge">config</span> ${name} ${after ? `is new, revision ${after.revision}` : 'is gone'}</p>`;
  return html`<details class="evidence change">
<summary><span class="badge">config</span> <code>${between(name)}</code> ${revisions(before, after)}
${after.why !== '' && html`<span class="quiet">${after.why}</span>`}</summary>
${difference(name, before, after)}
</details>`;
}

function revisions(before: RevisionRecord, after: RevisionRecord): string {
  if (before.revision === after.revision) return `revision ${after.revision}, changed in place`;
  return `revision ${before.revision} → ${after.revision}`;
}

function difference(name: string, before: RevisionRecord, after: RevisionRecord): Html {
  if (before.data === after.data) return html`<p class="quiet">Only masked values differ.</p>`;
  const patch = createTwoFilesPatch(name, name, before.data, after.data, label(before), label(after), {
    headerOptions: FILE_HEADERS_ONLY,
  });
  return html`<p><button type="button" data-copy>copy diff</button></p>
<pre class="diff">${patch.trimEnd().split('\n').map(diffLine)}</pre>`;
}

function label({ revision }: RevisionRecord): string {
  return `revision ${revision}`;
}

/** How many lines name the two sides. */
const HEAD = 2;

/** A line of a unified diff; what it begins with says what it is, a colour only says it again. */
function diffLine(line: string, index: number): Html {
  const text = between(`${line}\n`);
  if (index < HEAD || line.startsWith('@@ ')) return html`<span class="quiet">${text}</span>`;
  if (line.startsWith('+')) return html`<ins>${text}</ins>`;
  if (line.startsWith('-')) return html`<del>${text}</del>`;
  return text;
}
