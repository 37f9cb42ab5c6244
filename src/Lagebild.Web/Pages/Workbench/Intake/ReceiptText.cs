using Lagebild.Charts;
using Lagebild.Storage;

namespace Lagebild.Web.Pages.Workbench.Intake;

/// <summary>A receipt in words.</summary>
public static class ReceiptText
{
    /// <summary>Who handed it in: the program's name, or the person's.</summary>
    public static string Sender(this Reading reading, Receipt receipt) =>
        receipt.TokenName is { } program ? reading.Fill(reading.Words.Intake.ByMachine, program) : receipt.HandedInName ?? "";

    /// <summary>A number of bytes, in kilobytes or megabytes with one decimal.</summary>
    public static string Size(this Reading reading, long bytes) => bytes < 1_000_000
        ? $"{NumberFormat.Value(bytes / 100, 1, reading.Language)}\u00a0kB"
        : $"{NumberFormat.Value(bytes / 100_000, 1, reading.Language)}\u00a0MB";
}
