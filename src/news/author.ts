/** A person or a desk that signs stories. */
export interface Author {
  /** The last part of its address: `world-desk`. */
  readonly id: string;
  readonly name: string;
  /** A desk is an organisation, not a person. Structured data says which. */
  readonly type: 'person' | 'desk';
  readonly role?: string | undefined;
  readonly basedIn?: string | undefined;
  /** BCP 47 tags. */
  readonly languages: readonly string[];
  readonly bio?: string | undefined;
  /** A `mailto:`, `https:` or `tel:` address. */
  readonly contact?: string | undefined;
  /** Old addresses that lead here, as site paths with both slashes. */
  readonly aliases?: readonly string[] | undefined;
}
