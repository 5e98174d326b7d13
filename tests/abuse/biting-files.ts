import { crc32, deflateRawSync, deflateSync } from 'node:zlib';

/** A file that means harm to whoever shows it, renders it or opens it on our behalf. */
export interface BitingFile {
  fileName: string;
  content: Buffer;
}

const SCRIPT = '<script>document.title = "bitten"; fetch("/api/v1/session")</script>';

const chunk = (type: string, data: Buffer): Buffer => {
  const named = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(data.length);
  sum.writeUInt32BE(crc32(named));
  return Buffer.concat([length, named, sum]);
};

/** A PNG that says it has that many pixels, and has next to none. */
const pixelBomb = (side: number): Buffer => {
  const head = Buffer.alloc(13);
  head.writeUInt32BE(side, 0);
  head.writeUInt32BE(side, 4);
  head.set([1, 0, 0, 0, 0], 8);
  const rows = deflateSync(Buffer.alloc(1_000_000));
  const signature = Buffer.from('89504e470d0a1a0a', 'hex');
  return Buffer.concat([signature, chunk('IHDR', head), chunk('IDAT', rows), chunk('IEND', Buffer.alloc(0))]);
};

/** A zip with one entry of 64 MiB of nothing in 64 kB. */
const zipBomb = (name: string): Buffer => {
  const content = Buffer.alloc(64 * 1_024 * 1_024);
  const packed = deflateRawSync(content);
  const local = Buffer.alloc(30);
  local.writeUInt32LE(0x04034b50, 0);
  local.writeUInt16LE(20, 4);
  local.writeUInt16LE(8, 8);
  local.writeUInt32LE(crc32(content), 14);
  local.writeUInt32LE(packed.length, 18);
  local.writeUInt32LE(content.length, 22);
  local.writeUInt16LE(name.length, 26);
  const central = Buffer.alloc(46);
  central.writeUInt32LE(0x02014b50, 0);
  local.copy(central, 6, 4, 30);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(1, 8);
  end.writeUInt16LE(1, 10);
  end.writeUInt32LE(central.length + name.length, 12);
  end.writeUInt32LE(local.length + name.length + packed.length, 16);
  return Buffer.concat([local, Buffer.from(name), packed, central, Buffer.from(name), end]);
};

const BILLION_LAUGHS = `<?xml version="1.0"?><!DOCTYPE svg [<!ENTITY a "${'ha'.repeat(50)}">${Array.from(
  'bcdefghi',
)
  .map((name, index) => `<!ENTITY ${name} "${`&${'abcdefgh'[index] ?? 'a'};`.repeat(10)}">`)
  .join('')}]><svg xmlns="http://www.w3.org/2000/svg"><text>&i;</text></svg>`;

const OUTSIDE = `<?xml version="1.0"?><!DOCTYPE svg [<!ENTITY x SYSTEM "file:///etc/passwd">]>
<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" width="100" height="100">
<image xlink:href="file:///etc/passwd" width="10" height="10"/><image xlink:href="http://127.0.0.1:9/" width="9" height="9"/>
<text>&x;</text></svg>`;

const svg = (inside: string): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" width="64" height="64">${inside}<rect width="64" height="64"/></svg>`;

const text = (fileName: string, content: string): BitingFile => ({
  fileName,
  content: Buffer.from(content, 'latin1'),
});

export const BITING_FILES: readonly BitingFile[] = [
  text('script.svg', svg(SCRIPT)),
  text(
    'onload.svg',
    svg('<g onload="alert(1)"/><foreignObject><iframe src="javascript:alert(1)"/></foreignObject>'),
  ),
  text('outside.svg', OUTSIDE),
  text('laughs.svg', BILLION_LAUGHS),
  text('page.html', `<!doctype html><title>x</title>${SCRIPT}`),
  text('page.xhtml', `<?xml version="1.0"?><html xmlns="http://www.w3.org/1999/xhtml">${SCRIPT}</html>`),
  text('style.xml', '<?xml version="1.0"?><?xml-stylesheet href="data:text/xsl,x" type="text/xsl"?><x/>'),
  text('page.png', `<!doctype html>${SCRIPT}`),
  text('no-extension', `<html>${SCRIPT}</html>`),
  text('gif-and-script.js', 'GIF89a/*\x01\x00\x01\x00\x80\x00\x00*/=1;alert(document.domain)//'),
  text('gif-and-page.gif', `GIF89a\x01\x00\x01\x00\x80\x00\x00\xff\xff\xff\x00\x00\x00${SCRIPT}`),
  text(
    'pdf-and-page.pdf',
    `%PDF-1.4\n${SCRIPT}\n1 0 obj<</OpenAction<</S/JavaScript/JS(app.alert(1))>>>>endobj\n%%EOF`,
  ),
  text('half.jpg', '\xff\xd8\xff\xe0\x00\x10JFIF\x00'),
  text('cut.mp4', '\x00\x00\x00\x18ftypmp42\x00\x00\x00\x00mp42isom\x7f\xff\xff\xffmoov'),
  { fileName: 'pixels.png', content: pixelBomb(60_000) },
  { fileName: 'more-pixels.png', content: pixelBomb(2_000_000_000) },
  { fileName: 'bomb.docx', content: zipBomb('word/document.xml') },
  { fileName: 'bomb.zip', content: zipBomb('../../outside.txt') },
];
