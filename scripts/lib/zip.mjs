// Writes a zip archive: what a wheel is. No dates, no owners, so that the same contents are the same bytes.
import { crc32, deflateRawSync } from 'node:zlib';

const firstDay = (1 << 5) | 1; // 1 January 1980, the first that a zip can name
const madeOnUnix = (3 << 8) | 20;

/** The archive of entries `{ name, data, mode }`, in their order. */
export function zip(entries) {
  const parts = [];
  const directory = [];
  let offset = 0;
  for (const { name, data, mode = 0o644 } of entries) {
    const file = Buffer.from(name, 'utf8');
    const packed = deflateRawSync(data, { level: 9 });
    const common = Buffer.alloc(26);
    common.writeUInt16LE(20, 0); // version needed
    common.writeUInt16LE(0x0800, 2); // names are UTF-8
    common.writeUInt16LE(8, 4); // deflate
    common.writeUInt16LE(firstDay, 8);
    common.writeUInt32LE(crc32(data), 10);
    common.writeUInt32LE(packed.length, 14);
    common.writeUInt32LE(data.length, 18);
    common.writeUInt16LE(file.length, 22);
    const local = Buffer.concat([Buffer.from('PK\x03\x04', 'latin1'), common, file, packed]);
    const central = Buffer.alloc(46);
    central.write('PK\x01\x02', 'latin1');
    central.writeUInt16LE(madeOnUnix, 4);
    common.copy(central, 6);
    central.writeUInt32LE(((0o100000 | mode) << 16) >>> 0, 38);
    central.writeUInt32LE(offset, 42);
    directory.push(central, file);
    parts.push(local);
    offset += local.length;
  }
  const index = Buffer.concat(directory);
  const end = Buffer.alloc(22);
  end.write('PK\x05\x06', 'latin1');
  end.writeUInt16LE(entries.length, 8);
  end.writeUInt16LE(entries.length, 10);
  end.writeUInt32LE(index.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...parts, index, end]);
}
