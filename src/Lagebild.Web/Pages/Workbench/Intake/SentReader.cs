using Lagebild.Import;
using Lagebild.Jobs;
using Lagebild.Statistics;
using Lagebild.Storage;
using Microsoft.AspNetCore.Antiforgery;

namespace Lagebild.Web.Pages.Workbench.Intake;

/// <summary>Reads a form with files as it comes, keeps each file, and has the feeds run. The token of the form has to come before the first file.</summary>
public sealed partial class SentReader(
    Reading reading, Desk desk, DueFeeds due, InboxStore inbox, IFeedScheduler scheduler, FeedRecognition recognition, IAntiforgery antiforgery, ILogger<SentReader> log)
{
    /// <summary>The most files at once.</summary>
    public const int MostFiles = 10;

    /// <summary>The longest remark, in characters.</summary>
    public const int LongestNote = 2000;

    /// <summary>The most bytes of a form: its files, and some for its fields.</summary>
    public const long LargestForm = (MostFiles * InboxStore.LargestFile) + (1 << 20);

    /// <summary>The choice that stands for a feed to be recognised.</summary>
    public const string Recognise = "?";

    private const string Header = "RequestVerificationToken";
    private const string TokenField = "__RequestVerificationToken";

    private IReadOnlyList<Feed> _feeds = [];
    private bool _isOurs;

    /// <summary>What came of the form. Nothing that the sender gets wrong throws.</summary>
    public async Task<Sent> ReadAsync(HttpContext http, CancellationToken ct)
    {
        var sent = new Sent();
        _feeds = [.. (await due.OfAsync(desk.Person, ct)).Select(f => f.Feed)];
        try
        {
            await ReadAsync(http, sent, ct);
        }
        catch (NotKeptException fault)
        {
            SayNotKept(fault, fault.Fault);
            sent.Refuse(StatusCodes.Status503ServiceUnavailable, "files", reading.Fill(reading.Words.Intake.KeepFaults[fault.Fault.ToString()], sent.FileName));
        }
        catch (Exception fault) when (fault is IOException or InvalidDataException or AntiforgeryValidationException)
        {
            sent.Refuse(StatusCodes.Status400BadRequest, "files", fault is AntiforgeryValidationException ? reading.Words.Intake.Forged : reading.Words.Intake.Unreadable);
        }

        foreach (var feed in sent.Receipts.Where(r => r.State == ReceiptState.Received).Select(r => r.Feed).Distinct())
        {
            await scheduler.RunNowAsync(feed, CancellationToken.None);
        }

        return sent;
    }

    private async Task ReadAsync(HttpContext http, Sent sent, CancellationToken ct)
    {
        var body = MultipartBody.Of(http.Request);
        while (body is not null && await body.NextAsync(ct) is { } part)
        {
            if (!(part.FileName is null ? await TakeFieldAsync(http, sent, part, ct) : await TakeFileAsync(http, sent, part, ct)))
            {
                return;
            }
        }

        await ProveAsync(http);
        if (sent.Receipts.Count == 0)
        {
            sent.Refuse(StatusCodes.Status400BadRequest, "files", reading.Words.Intake.Missing);
        }
    }

    private async Task<bool> TakeFieldAsync(HttpContext http, Sent sent, BodyPart part, CancellationToken ct)
    {
        var text = await part.TextAsync(ct);
        switch (part.Name)
        {
            case TokenField:
                http.Request.Headers[Header] = text;
                break;
            case "feed":
                sent.FeedCode = text;
                break;
            case "note":
                sent.Note = text.Trim();
                break;
        }

        return sent.Note.Length <= LongestNote || sent.Refuse(StatusCodes.Status400BadRequest, "note", reading.Fill(reading.Words.Intake.LongNote, LongestNote));
    }

    /// <summary>False where reading is to end.</summary>
    private async Task<bool> TakeFileAsync(HttpContext http, Sent sent, BodyPart part, CancellationToken ct)
    {
        await ProveAsync(http);
        if (part.FileName!.Length == 0)
        {
            return true;
        }

        sent.FileName = FileName.Of(part.FileName);
        if (sent.Receipts.Count == MostFiles)
        {
            return sent.Refuse(StatusCodes.Status400BadRequest, "files", reading.Fill(reading.Words.Intake.TooMany, MostFiles));
        }

        if (sent.FeedCode != Recognise && _feeds.All(f => f.Code != sent.FeedCode))
        {
            return sent.Refuse(StatusCodes.Status400BadRequest, "feed", reading.Words.Intake.NoFeed);
        }

        using var file = await inbox.ReceiveAsync(part.Bytes, ct);
        return file.Refusal is { } refusal
            ? sent.Refuse(refusal == FileRefusal.TooLarge ? StatusCodes.Status413PayloadTooLarge : StatusCodes.Status400BadRequest, "files", reading.Fill(reading.Words.Intake.Refusals[refusal.ToString()], sent.FileName))
            : await FeedOfAsync(sent, file, ct) is { } feed && await KeepAsync(sent, feed, file, ct);
    }

    private async Task<bool> KeepAsync(Sent sent, Feed feed, ArrivedFile file, CancellationToken ct)
    {
        var what = new HandedIn { Feed = feed, FileName = sent.FileName, Channel = DeliveryChannel.Upload, Who = desk.Who, Note = sent.Note.Length == 0 ? null : sent.Note };
        sent.Add(await inbox.KeepAsync(what, file, ct));
        return true;
    }

    /// <summary>The feed chosen, or recognised; null where it is not to be told.</summary>
    private async Task<Feed?> FeedOfAsync(Sent sent, ArrivedFile file, CancellationToken ct)
    {
        if (sent.FeedCode != Recognise)
        {
            return _feeds.Single(f => f.Code == sent.FeedCode);
        }

        sent.Candidates = await recognition.OfAsync(file.As(sent.FileName, "", DateTime.UnixEpoch), _feeds, ct);
        var words = reading.Words.Intake;
        var sentence = sent.Candidates.Count switch
        {
            0 => reading.Fill(words.Unrecognised, sent.FileName),
            1 => null,
            _ => reading.Fill(words.Several, sent.FileName, string.Join("; ", sent.Candidates.Select(reading.NameOf))),
        };
        return sentence is null || sent.Refuse(StatusCodes.Status400BadRequest, "feed", sentence) ? sent.Candidates[0] : null;
    }

    /// <summary>Before the first byte of a file is taken: that the form is one of our pages. Without the token's field or header nothing more of the body is read.</summary>
    private async Task ProveAsync(HttpContext http)
    {
        if (!_isOurs)
        {
            if (!http.Request.Headers.ContainsKey(Header))
            {
                throw new AntiforgeryValidationException("The form came without its token.");
            }

            await antiforgery.ValidateRequestAsync(http);
            _isOurs = true;
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Something handed in could not be kept: {Fault}.")]
    private partial void SayNotKept(Exception cause, ReceiptFault fault);
}
