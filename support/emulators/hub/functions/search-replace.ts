import { setScalar } from '../config-data/edit';
import { type FunctionDefinition, mutating, parameter } from './definition';
import { scalarPlaces } from './scalars';

/** Replaces a text in every string of every resource. */
export const searchReplace: FunctionDefinition = mutating(
  'search-replace',
  {
    description:
      'Replace all instances of the search-value in all strings of all resource types with replace-value',
    parameters: [
      parameter('search-value', 'Value to search for'),
      parameter('replace-value', 'Value to use as the replacement for search-value'),
    ],
  },
  ({ args: [search, replacement], resources, file }) => {
    if (search === '') return;
    for (const { parent, entry } of scalarPlaces(resources)) {
      const { value } = entry.value;
      if (typeof value !== 'string' || !value.includes(String(search))) continue;
      setScalar(
        parent,
        entry,
        value.replaceAll(String(search), () => String(replacement)),
        file,
      );
    }
  },
);
