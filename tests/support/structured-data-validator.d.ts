/** The package has no types. */
declare module '@adobe/structured-data-validator' {
  export interface ValidationIssue {
    readonly issueMessage: string;
    readonly severity: 'ERROR' | 'WARNING';
    /** Set if the vocabulary does not know a type or a property. All others are rules of rich results. */
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
