/** One thing that is wrong with an object, as the API server's validation words it. */
export interface FieldError {
  field: string;
  type: 'Required' | 'Invalid' | 'NotSupported' | 'Forbidden' | 'Duplicate' | 'TooLong' | 'NotFound';
  value?: unknown;
  detail?: string;
}

const TITLES: Record<FieldError['type'], string> = {
  Required: 'Required value',
  Invalid: 'Invalid value',
  NotSupported: 'Unsupported value',
  Forbidden: 'Forbidden',
  Duplicate: 'Duplicate value',
  TooLong: 'Too long',
  NotFound: 'Not found',
};

/** `spec.selector: Required value` */
export const required = (field: string, detail?: string): FieldError => ({ field, type: 'Required', detail });

/** `spec.replicas: Invalid value: -1: must be greater than or equal to 0` */
export const invalid = (field: string, value: unknown, detail: string): FieldError => ({
  field,
  type: 'Invalid',
  value,
  detail,
});

/** `spec.type: Unsupported value: "x": supported values: "A", "B"` */
export const notSupported = (field: string, value: unknown, supported: readonly string[]): FieldError => ({
  field,
  type: 'NotSupported',
  value,
  detail: `supported values: ${supported.map((s) => JSON.stringify(s)).join(', ')}`,
});

/** `spec.template: Forbidden: may not be changed` */
export const forbiddenField = (field: string, detail: string): FieldError => ({
  field,
  type: 'Forbidden',
  detail,
});

/** `spec.containers[1].name: Duplicate value: "x"` */
export const duplicate = (field: string, value: unknown): FieldError => ({ field, type: 'Duplicate', value });

/** The sentence without the field. */
export function errorBody(error: FieldError): string {
  const title = TITLES[error.type];
  const showsValue = ['Invalid', 'NotSupported', 'Duplicate', 'NotFound'].includes(error.type);
  const value = showsValue ? `: ${JSON.stringify(error.value ?? null)}` : '';
  return `${title}${value}${error.detail ? `: ${error.detail}` : ''}`;
}

/** The cause's reason in a Status: `FieldValueRequired`. */
export function causeReason(error: FieldError): string {
  return `FieldValue${error.type}`;
}
