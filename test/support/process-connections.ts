import { readdirSync, readFileSync, readlinkSync } from 'node:fs';

/** A TCP connection or listener of a process tree, in the kernel's own words. */
export type Connection = { pid: number; local: string; remote: string };

/**
 * Every TCP socket of a process and its children that is not on the loopback address,
 * as Linux shows it under /proc.
 */
export function outsideConnections(rootPid: number): Connection[] {
  return processTree(rootPid).flatMap((pid) => {
    const inodes = socketInodes(pid);
    return tcpSockets(pid)
      .filter(({ inode, local, remote }) => inodes.has(inode) && isOutside(local, remote))
      .map(({ local, remote }) => ({ pid, local, remote }));
  });
}

function processTree(rootPid: number): number[] {
  const parents = new Map<number, number>();
  for (const name of readdirSync('/proc')) {
    const pid = Number(name);
    if (!Number.isInteger(pid)) continue;
    const parent = /^PPid:\s+(\d+)/mu.exec(readOrEmpty(`/proc/${pid}/status`))?.[1];
    if (parent !== undefined) parents.set(pid, Number(parent));
  }
  const tree = [rootPid];
  for (const pid of tree) {
    for (const [child, parent] of parents) if (parent === pid) tree.push(child);
  }
  return tree;
}

function socketInodes(pid: number): Set<string> {
  const inodes = new Set<string>();
  let names: string[] = [];
  try {
    names = readdirSync(`/proc/${pid}/fd`);
  } catch {
    // It ended while we looked.
  }
  for (const name of names) {
    try {
      const inode = /^socket:\[(\d+)\]$/u.exec(readlinkSync(`/proc/${pid}/fd/${name}`))?.[1];
      if (inode !== undefined) inodes.add(inode);
    } catch {
      // The file was closed while we looked.
    }
  }
  return inodes;
}

function tcpSockets(pid: number): { local: string; remote: string; inode: string }[] {
  return ['tcp', 'tcp6'].flatMap((kind) =>
    readOrEmpty(`/proc/${pid}/net/${kind}`)
      .split('\n')
      .slice(1)
      .map((line) => line.trim().split(/\s+/u))
      .filter((fields) => fields.length > 9)
      .map((fields) => ({
        local: fields[1] ?? '',
        remote: fields[2] ?? '',
        inode: fields[9] ?? '',
      })),
  );
}

/** 127.0.0.0/8, ::1 and the same written as IPv6, little-endian as /proc has them. */
function isLoopback(address: string): boolean {
  const [host = ''] = address.split(':');
  return (
    /^[0-9A-F]{6}7F$/u.test(host) ||
    host === '00000000000000000000000001000000' ||
    /^0000000000000000FFFF0000[0-9A-F]{6}7F$/u.test(host)
  );
}

function isOutside(local: string, remote: string): boolean {
  const isListening = /^0+:0+$/u.test(remote);
  return isListening ? !isLoopback(local) : !isLoopback(remote);
}

function readOrEmpty(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
}
