/** The environments of stage 2, in the order in which a change travels. */
export const ENVIRONMENTS = ['dev', 'staging', 'prod'] as const;
