/** The package brings no types. */
declare module '@adobe/structured-data-validator' {
  export interface ValidationIssue {
    readonly issueMessage: string;
    readonly severity: 'ERROR' | 'WARNING';
    /** Set where the vocabulary does not know a type or a property; the rest are rules of rich results. */
    readonly errorType?: string;
    readonly fieldNames?: readonly string[];
    readonly path: readonly { readonly type?: string; readonly property?: string }[];
  }
  export default class Validator {
    constructor(vocabulary: { readonly '@graph': readonly object[] });
    validate(data: {
      readonly jsonld: Readonly<Record<string, readonly object[]>>;
    }): Promise<readonly ValidationIssue[]>;
  }
}
