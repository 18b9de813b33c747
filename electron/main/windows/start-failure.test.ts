import { describe, expect, it } from 'vitest';
import { IkuseiError } from '../../../shared/domain/errors';
import { startFailure } from './start-failure';

describe('a start that fails', () => {
  it('says code, place and what next', () => {
    const { title, content } = startFailure(
      new IkuseiError('networkProfile', '場所: \\\\server\\a'),
    );
    expect(title).toBe('育成ノートを開けませんでした');
    expect(content.split('\n\n')).toEqual([
      '育成ノートのデータの置き場所が、ネットワーク上にあります（E112）',
      '場所: \\\\server\\a',
      'データは必ずこのPCの中に置きます。情報担当へ連絡してください。',
    ]);
  });

  it('says of a fault of ours its message, and never its stack', () => {
    const { content } = startFailure(new Error("EACCES: permission denied, mkdir '/x'"));
    expect(content).toContain('（E902）');
    expect(content).toContain("EACCES: permission denied, mkdir '/x'");
    expect(content).not.toContain('    at ');
    expect(startFailure('a text').content).toContain('a text');
  });
});
