import type { ResourceMutation } from '../merge/model';

export interface FunctionArgument {
  ParameterName?: string;
  Value: unknown;
}

export interface FunctionInvocation {
  FunctionName: string;
  Arguments: FunctionArgument[] | null;
}

/** The unit that a function runs on; approvals count only while the data still has `PreviousContentHash`. */
export interface FunctionContext {
  UnitID: string;
  UnitSlug: string;
  UnitDisplayName: string;
  SpaceID: string;
  SpaceSlug: string;
  RevisionID?: string;
  PreviousContentHash: number;
  ApprovedBy: string[];
}

/** Request options of the function endpoint (contract 6.1). */
export interface InvokeOptions {
  combineValidationResults?: boolean;
  numFilters?: number;
  stopOnError?: boolean;
}

export type OutputType =
  | ''
  | 'ValidationResult'
  | 'ValidationResultList'
  | 'AttributeValueList'
  | 'ResourceInfoList'
  | 'ResourceList'
  | 'ResourceMutationList';

export interface InvokeOutcome {
  data: string;
  /** Decided from the mutations, never from bytes. */
  changed: boolean;
  mutations: ResourceMutation[];
  /** Positions of the invocations that changed something. */
  mutators: number[];
  /** JSON value, or undefined when no function answers one. */
  output: unknown;
  outputType: OutputType;
  success: boolean;
  errors: string[];
  /** Whether all validating functions passed; undefined when none ran. */
  passed?: boolean;
}

export type ParameterDataType = 'string' | 'int' | 'bool' | 'enum' | 'YAML' | 'CEL' | 'ResourceList';

export interface FunctionParameter {
  ParameterName: string;
  Description: string;
  Required: boolean;
  DataType: ParameterDataType;
  Example?: string;
  Regexp?: string;
  Min?: number;
  Max?: number;
  EnumValues?: string[];
}

/** What the function list endpoint tells of a function; the field names are the wire format. */
export interface FunctionSignature {
  FunctionName: string;
  Parameters: FunctionParameter[];
  RequiredParameters: number;
  VarArgs: boolean;
  OutputInfo: { ResultName: string; Description: string; OutputType: OutputType } | null;
  Mutating: boolean;
  Validating: boolean;
  Hermetic: boolean;
  Idempotent: boolean;
  Description: string;
  FunctionType: 'PathVisitor' | 'Custom';
  AttributeName?: string;
  AffectedResourceTypes: string[];
}
