// Reads the first sheet of a workbook with exceljs. Prints a line for each row: cells apart by tabs, days as ISO, numbers as they are, nothing for an empty cell.
import ExcelJS from "exceljs";

const workbook = new ExcelJS.Workbook();
await workbook.xlsx.readFile(process.argv[2]);
const [values, notes] = workbook.worksheets;
const text = (value) => (value === null || value === undefined ? "" : value instanceof Date ? value.toISOString().slice(0, 10) : String(value));
const lines = [];
values.eachRow((row) => lines.push(Array.from({ length: values.columnCount }, (_, at) => text(row.getCell(at + 1).value).replaceAll(/[\t\r\n]/g, " ")).join("\t")));
process.stdout.write(JSON.stringify({ frozen: values.views[0]?.ySplit ?? 0, notes: notes.rowCount, lines }));
