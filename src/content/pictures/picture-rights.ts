import type { Metadata } from 'sharp';
import { escapeHtml } from '../../core/escape.ts';

/** A picture's author and terms of use. All other metadata may be private. */
export interface PictureRights {
  readonly creator?: string | undefined;
  readonly copyright?: string | undefined;
  readonly credit?: string | undefined;
  readonly usageTerms?: string | undefined;
  readonly webStatement?: string | undefined;
  /** Whether a camera or a program made it, as an IPTC address. */
  readonly digitalSourceType?: string | undefined;
}

/**
 * Reads a picture's rights from XMP, else from IPTC, else from Exif.
 *
 * Source: https://iptc.org/std/photometadata/specification/IPTC-PhotoMetadata
 */
export function readRights({ xmp, iptc, exif }: Pick<Metadata, 'xmp' | 'iptc' | 'exif'>): PictureRights {
  const packet = xmp?.toString('utf8') ?? '';
  return {
    creator: getProperty(packet, 'dc:creator') ?? getDataset(iptc, 80) ?? getExifText(exif, 0x013b),
    copyright: getProperty(packet, 'dc:rights') ?? getDataset(iptc, 116) ?? getExifText(exif, 0x8298),
    credit: getProperty(packet, 'photoshop:Credit') ?? getDataset(iptc, 110),
    usageTerms: getProperty(packet, 'xmpRights:UsageTerms'),
    webStatement: getProperty(packet, 'xmpRights:WebStatement'),
    digitalSourceType: getProperty(packet, 'Iptc4xmpExt:DigitalSourceType'),
  };
}

/** Writes rights as XMP; undefined when there are none. */
export function renderRights(rights: PictureRights): string | undefined {
  const any = ' xml:lang="x-default"';
  const properties = [
    toList('dc:creator', 'Seq', rights.creator),
    toList('dc:rights', 'Alt', rights.copyright, any),
    toText('photoshop:Credit', rights.credit),
    toList('xmpRights:UsageTerms', 'Alt', rights.usageTerms, any),
    toText('xmpRights:WebStatement', rights.webStatement),
    toText('Iptc4xmpExt:DigitalSourceType', rights.digitalSourceType),
  ].filter(Boolean);
  if (properties.length === 0) return undefined;
  const names = Object.entries(namespaces).map(([prefix, uri]) => ` xmlns:${prefix}="${uri}"`);
  return (
    '<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?><x:xmpmeta xmlns:x="adobe:ns:meta/">' +
    '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">' +
    `<rdf:Description rdf:about=""${names.join('')}>${properties.join('')}</rdf:Description>` +
    '</rdf:RDF></x:xmpmeta><?xpacket end="r"?>'
  );
}

function toList(name: string, kind: string, value: string | undefined, lang = ''): string | undefined {
  return value && `<${name}><rdf:${kind}><rdf:li${lang}>${escapeHtml(value)}</rdf:li></rdf:${kind}></${name}>`;
}

function toText(name: string, value: string | undefined): string | undefined {
  return value && `<${name}>${escapeHtml(value)}</${name}>`;
}

const namespaces = {
  dc: 'http://purl.org/dc/elements/1.1/',
  photoshop: 'http://ns.adobe.com/photoshop/1.0/',
  xmpRights: 'http://ns.adobe.com/xap/1.0/rights/',
  Iptc4xmpExt: 'http://iptc.org/std/Iptc4xmpExt/2008-02-29/',
} as const;

/** XMP writes a property as an attribute or as an element, which may hold a list. */
function getProperty(packet: string, name: string): string | undefined {
  const found = new RegExp(`<${name}(?:\\s[^>]*)?>([\\s\\S]*?)</${name}>`, 'u').exec(packet)?.[1];
  const items = found?.match(/<rdf:li(?:\s[^>]*)?>[\s\S]*?<\/rdf:li>/gu);
  const attribute = new RegExp(`\\s${name}=(?:"([^"]*)"|'([^']*)')`, 'u').exec(packet);
  const texts = found === undefined ? [attribute?.[1] ?? attribute?.[2] ?? ''] : (items ?? [found]);
  return toPlain(texts.map((text) => unescapeXml(text.replace(/<[^>]*>/gu, '').trim())).join(', '));
}

function unescapeXml(text: string): string {
  return text.replace(/&(?:#(\d+)|#x([\da-f]+)|(amp|lt|gt|quot|apos));/giu, (_all, decimal, hex, name) => {
    if (name) return { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }[String(name).toLowerCase()] ?? '';
    const code = decimal ? Number(decimal) : Number.parseInt(String(hex), 16);
    return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : '';
  });
}

/** Shortens to the length of a name or a line, and removes characters that XML does not allow. */
function toPlain(text: string): string | undefined {
  const plain = text
    .toWellFormed()
    .replace(/\p{Cc}|[\u{fffe}\u{ffff}]/gu, ' ')
    .trim();
  return plain === '' ? undefined : [...plain].slice(0, 500).join('');
}

/** Source: IPTC-NAA Information Interchange Model 4.2: `1C 02`, a number, two bytes of length. */
function getDataset(iptc: Buffer | undefined, dataset: number): string | undefined {
  if (!iptc) return undefined;
  const texts: string[] = [];
  for (let at = iptc.indexOf('\u001c\u0002', 0, 'latin1'); at >= 0 && at + 5 <= iptc.length;) {
    const length = iptc.readUInt16BE(at + 3);
    if (iptc[at + 2] === dataset) texts.push(decode(iptc.subarray(at + 5, at + 5 + length)));
    at = iptc.indexOf('\u001c\u0002', at + 5 + length, 'latin1');
  }
  return toPlain(texts.join(', '));
}

/** Source: TIFF 6.0, section 2: entries of 12 bytes in the first directory. */
function getExifText(exif: Buffer | undefined, tag: number): string | undefined {
  const tiff = exif?.subarray(exif.toString('latin1', 0, 4) === 'Exif' ? 6 : 0);
  if (!tiff || tiff.length < 10) return undefined;
  const isLittle = tiff.toString('latin1', 0, 2) === 'II';
  const read16 = (at: number) => (at + 2 > tiff.length ? 0 : isLittle ? tiff.readUInt16LE(at) : tiff.readUInt16BE(at));
  const read32 = (at: number) => (at + 4 > tiff.length ? 0 : isLittle ? tiff.readUInt32LE(at) : tiff.readUInt32BE(at));
  const start = read32(4);
  for (let index = 0; index < read16(start); index += 1) {
    const at = start + 2 + 12 * index;
    if (read16(at) !== tag) continue;
    const length = read32(at + 4);
    const from = length <= 4 ? at + 8 : read32(at + 8);
    return toPlain(decode(tiff.subarray(from, from + length)));
  }
  return undefined;
}

/** Old programs write in their own country's encoding, all others in UTF-8. */
function decode(bytes: Buffer): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return bytes.toString('latin1');
  }
}
