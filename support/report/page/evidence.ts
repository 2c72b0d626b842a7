import type { Evidence } from '../model/evidence';
import { describeEnvironment } from '../words';
import { changeItem } from './change';
import { clusterItem } from './cluster';
import { commandItem } from './command';
import { between, type Html, html } from './html';
import { shortened } from './shortened';

/**
 * What happened in a step, as something to unfold; `times` in a row, of which this is the last. What the page tells
 * elsewhere is left out.
 */
export function evidenceItem(item: Evidence, times = 1): Html | false {
  switch (item.kind) {
    case 'command':
      return commandItem(item, times);
    case 'cluster':
      return clusterItem(item);
    case 'change':
      return changeItem(item);
    case 'checkpoint':
      return html`<p class="quiet">Done before in this run; hub and cluster were taken back to that moment.</p>`;
    case 'snapshot':
      return false;
    case 'state':
      return unfolding(item.title, item.text);
    case 'text':
      return unfolding(item.title, item.text);
    case 'skip':
      return html`<p>${item.reason}</p>`;
    case 'environment':
      return html`<p>${describeEnvironment(item).join(' · ')}</p>`;
    case 'image':
      return html`<details><summary>${item.title}</summary><img src="${item.source}" alt="${item.title}"></details>`;
    case 'other':
      return html`<p class="quiet">${item.title}, ${item.bytes} bytes</p>`;
  }
}

function unfolding(title: string, text: string): Html {
  return html`<details class="evidence"><summary>${title}</summary><pre>${between(shortened(text))}</pre></details>`;
}
