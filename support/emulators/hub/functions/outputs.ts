import type { FunctionContext, FunctionSignature, InvokeOutcome, OutputType } from './model';

/** What a validating function answers. */
export interface ValidationResult {
  Passed: boolean;
  Index?: number;
  Details?: string[];
  FailedAttributes?: unknown[];
}

/** Joins the outputs of a sequence of functions: lists of one type are appended, others are told and left out. */
export class Outputs {
  readonly errors: string[] = [];
  private output: unknown;
  private type: OutputType = '';
  private passed: boolean | undefined;

  constructor(
    private readonly context: FunctionContext,
    private readonly combine: boolean,
  ) {}

  /** Takes the output of the function at a position. */
  add({ FunctionName, OutputInfo }: FunctionSignature, output: unknown, position: number): void {
    const type = OutputInfo?.OutputType ?? '';
    if (type === 'ValidationResult') this.addValidation(FunctionName, output as ValidationResult, position);
    else if (this.output === undefined) [this.output, this.type] = [output, type];
    else if (this.type !== type) this.discard('incompatible');
    else if (Array.isArray(this.output) && Array.isArray(output) && type !== 'ResourceMutationList')
      this.output.push(...output);
    else this.discard('unmergeable');
  }

  private addValidation(name: string, { Index: _, ...result }: ValidationResult, position: number): void {
    this.passed = (this.passed ?? true) && result.Passed;
    if (this.output !== undefined && this.type !== 'ValidationResult') {
      this.discard('incompatible');
      return;
    }
    if (!result.Passed) this.errors.push(`function failed: ${name} at ${position} on ${this.instance()}`);
    this.type = 'ValidationResult';
    const { Passed, ...more } = result;
    if (!this.combine) {
      this.output = [...((this.output as unknown[]) ?? []), { Passed, Index: position, ...more }];
      return;
    }
    const before = this.output as ValidationResult | undefined;
    const details = [...(result.Details ?? []), ...(before?.Details ?? [])];
    this.output = {
      Passed: this.passed,
      Index: 0,
      ...(details.length > 0 ? { Details: details } : {}),
      ...(more.FailedAttributes ? { FailedAttributes: more.FailedAttributes } : {}),
    };
  }

  private discard(why: string): void {
    this.errors.push(`functions with ${why} output types; output of ${this.instance()} discarded`);
  }

  private instance(): string {
    const { UnitID, RevisionID } = this.context;
    return RevisionID ? `${UnitID}: ${RevisionID}` : UnitID;
  }

  result(): Pick<InvokeOutcome, 'output' | 'outputType' | 'errors' | 'passed'> {
    return {
      output: this.output,
      outputType: this.type,
      errors: this.errors,
      ...(this.passed === undefined ? {} : { passed: this.passed }),
    };
  }
}
