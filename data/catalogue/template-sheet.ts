/** Name of the sheet to fill in the XLSX templates of the exchange tables, whoever writes or reads them. */
export const templateSheet = 'À remplir';
