import { useState } from 'react';
import type { AppealEvidence } from '../../../shared/domain/appeal/appeal';
import { Button } from '../../ui/Button';
import { TextField } from '../../ui/TextField';

type EvidenceListProps = {
  evidence: readonly AppealEvidence[];
  /** Null where nothing can be added. */
  onAdd: ((added: { title: string; text: string }) => void) | null;
  /** Null where nothing can be taken off. */
  onRemove: ((index: number) => void) | null;
};

/** What lies before the 調査会: a list of papers and other evidence by name. */
export function EvidenceList({ evidence, onAdd, onRemove }: EvidenceListProps) {
  const [title, setTitle] = useState('');
  const [text, setText] = useState('');
  return (
    <div className="flex flex-col gap-3">
      {evidence.length === 0 && <p className="text-solid-gray-700">まだありません。</p>}
      <ul className="flex flex-col divide-y divide-solid-gray-200">
        {evidence.map((one, index) => (
          <li
            key={`${one.addedBy} ${one.title} ${one.text}`}
            className="flex flex-wrap items-center justify-between gap-3 py-2"
          >
            <p>
              <span className="font-bold">{one.title}</span>
              {one.text !== '' && <span>　{one.text}</span>}
              {one.addedBy === 'hr' && (
                <span className="text-sm text-solid-gray-700">（職員課が追加）</span>
              )}
            </p>
            {onRemove !== null && (
              <Button
                size="small"
                aria-label={`資料「${one.title}」を外す`}
                onPress={() => onRemove(index)}
              >
                外す
              </Button>
            )}
          </li>
        ))}
      </ul>
      {onAdd !== null && (
        <div className="grid grid-cols-1 items-end gap-3 min-[700px]:grid-cols-[1fr_2fr_auto]">
          <TextField label="資料の名前" value={title} onChange={setTitle} />
          <TextField label="資料の説明" value={text} onChange={setText} />
          <Button
            isDisabled={title.trim() === ''}
            onPress={() => {
              onAdd({ title, text });
              setTitle('');
              setText('');
            }}
          >
            資料を加える
          </Button>
        </div>
      )}
    </div>
  );
}
