import { OLD_PLACEHOLDER, PLACEHOLDER, PLACEHOLDER_INT } from '../links/placeholders';
import { type AttributeValue, attributeValue, sorted } from './attribute-values';
import { alias, type Call, type FunctionDefinition, reading } from './definition';
import { scalarPlaces } from './scalars';

/** One list each for the placeholder, its older spelling and the integer, one after the other. */
function placeholders({ resources }: Call): AttributeValue[] {
  const places = scalarPlaces(resources);
  const holds = (text: string) => (value: unknown) => typeof value === 'string' && value.includes(text);
  const kinds = [holds(PLACEHOLDER), holds(OLD_PLACEHOLDER), (value: unknown) => value === PLACEHOLDER_INT];
  return kinds.flatMap((isKind) =>
    sorted(
      places.flatMap(({ resource, segments, entry }) => {
        const { value } = entry.value;
        if (value === null || !isKind(value)) return [];
        const found = attributeValue({ resource, segments, entry, value, attribute: 'attribute-value' });
        const { Comment: _, ...withoutComment } = found;
        return [withoutComment];
      }),
    ),
  );
}

const about = "attributes containing the placeholder string 'confighubplaceholder' or number 999999999";

const getPlaceholders = reading(
  'get-placeholders',
  {
    description: `Returns a list of ${about}`,
    output: {
      type: 'AttributeValueList',
      name: 'path',
      description: 'Resource paths containing placeholder values',
    },
  },
  placeholders,
);

const noPlaceholders = reading(
  'no-placeholders',
  {
    description: `Returns true if no ${about}`,
    output: {
      type: 'ValidationResult',
      name: 'passed',
      description: 'True if no placeholders remain, false otherwise',
    },
  },
  (call) => {
    const FailedAttributes = placeholders(call);
    return FailedAttributes.length === 0 ? { Passed: true } : { Passed: false, FailedAttributes };
  },
);

/** Functions on values that are still to be filled in. */
export const placeholderFunctions: FunctionDefinition[] = [
  getPlaceholders,
  noPlaceholders,
  alias('vet-placeholders', noPlaceholders),
];
