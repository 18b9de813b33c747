import { type ReactNode, useState } from 'react';
import { writeCsv } from '../../../shared/domain/text/csv';
import { writeXlsx, type XlsxCell } from '../../../shared/domain/text/write-xlsx';
import type { SavedFile } from '../../../shared/ipc/contract';
import { bytesToBase64 } from '../../data/base64';
import { desktopApi } from '../../platform/desktop-api';
import { encodeText, type WrittenEncoding } from '../../platform/encode-text';
import { type Problem, problemOf } from '../../platform/problem';
import { ErrorNotice } from '../../ui/ErrorNotice';
import { Notice } from '../../ui/Notice';
import { SavedFileActions, SavedFileWords } from '../../ui/SavedFile';

/** How a table is written. */
export type TableForm = WrittenEncoding | 'XLSX';
export type Table = readonly (readonly XlsxCell[])[];

export type SaveTable = {
  save: (name: string, rows: Table, form?: TableForm) => void;
  notice: ReactNode;
};

/** Saves a table where the person says, and tells how it went. */
export function useSaveTable(): SaveTable {
  const [file, setFile] = useState<SavedFile | null>(null);
  const [failure, setFailure] = useState<Problem | null>(null);

  function follow(work: Promise<unknown>) {
    work.catch((error: unknown) => setFailure(problemOf(error)));
  }

  async function save(name: string, rows: Table, form: TableForm) {
    setFile(null);
    setFailure(null);
    const outcome = await desktopApi.documents.saveTable({
      purpose: 'results',
      kind: form === 'XLSX' ? 'xlsx' : 'csv',
      suggestedName: name,
      bytes: bytesToBase64(bytesOf(name, rows, form)),
    });
    if (outcome.outcome === 'saved') setFile(outcome.file);
  }

  return {
    save: (name, rows, form = 'UTF-8') => follow(save(name, rows, form)),
    notice: (
      <>
        {failure !== null && <ErrorNotice problem={failure} onClose={() => setFailure(null)} />}
        {file !== null && (
          <Notice
            tone="success"
            title="一覧を保存しました"
            onClose={() => setFile(null)}
            actions={
              <SavedFileActions
                onOpen={() => follow(desktopApi.documents.open(file.handle))}
                onReveal={() => follow(desktopApi.documents.revealFolder(file.handle))}
              />
            }
          >
            <SavedFileWords {...file} />
          </Notice>
        )}
      </>
    ),
  };
}

function bytesOf(name: string, rows: Table, form: TableForm): Uint8Array {
  if (form === 'XLSX') return writeXlsx({ sheetName: name, rows });
  return encodeText(writeCsv(textsOf(rows)), form);
}

export function textsOf(rows: Table): string[][] {
  return rows.map((cells) => cells.map(String));
}
