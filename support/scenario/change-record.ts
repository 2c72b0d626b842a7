import type { Masking } from '../cub/run';
import type { Unit } from '../cub/unit';
import type { ChangeRecord, RevisionRecord } from '../report/media-types';
import type { UnitChange } from '../tutorial/hub';
import type { Names } from '../tutorial/names';

/** What a report is told of a unit that changed; secrets in its config data are masked. */
export function changeRecord({ before, after }: UnitChange, names: Names, masking: Masking): ChangeRecord {
  const either = after ?? before;
  return {
    space: names.plain(either?.space ?? ''),
    unit: either?.slug ?? '',
    ...(before && { before: revision(before, masking) }),
    ...(after && { after: revision(after, masking) }),
  };
}

function revision({ head, description, data }: Unit, masking: Masking): RevisionRecord {
  return { revision: head, why: masking.redact(description), data: masking.redact(data) };
}
