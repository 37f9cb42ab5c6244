using System.Globalization;
using System.Net.Http.Headers;
using Lagebild.Accounts;
using Lagebild.Jobs;
using Lagebild.Statistics;
using Lagebild.Storage;
using Lagebild.Web.Pages;
using Lagebild.Web.Pages.Workbench.Intake;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using MediaTypeHeaderValue = Microsoft.Net.Http.Headers.MediaTypeHeaderValue;

namespace Lagebild.Web.Api;

/// <summary>Programs hand figures in, with a token.</summary>
[Route("api/v1"), ApiExplorerSettings(GroupName = "v1"), StreamedBody, EnableRateLimiting(HandIn.Limit)]
public sealed partial class HandInController(
    Reading reading, InboxStore inbox, FeedStore feeds, TokenStore tokens, AccountStore accounts, DeliveryStore deliveries, IFeedScheduler scheduler, ILogger<HandInController> log) : ControllerBase
{
    private const string Scheme = "Bearer";
    private const string RetrySeconds = "300";

    // Some bytes for the frame of a multipart body.
    private const long LargestBody = InboxStore.LargestFile + (1 << 20);

    /// <summary>The types of a body that is one file.</summary>
    internal static readonly string[] MediaTypes = ["text/csv", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "application/octet-stream"];

    /// <summary>
    /// Hands a file in: its bytes are the body, or the one file of a multipart form. It is kept whole before this answers, then read and checked; its figures wait for a person's
    /// release. The same bytes again answer 200 with the same receipt.
    /// </summary>
    [HttpPost("deliveries"), Takes("feed", "name", IsTimeless = true), RequestSizeLimit(LargestBody)]
    [ProducesResponseType<ReceiptItem>(StatusCodes.Status202Accepted, "application/json"), ProducesResponseType<ReceiptItem>(StatusCodes.Status200OK, "application/json")]
    public async Task<IActionResult> HandInDelivery(CancellationToken ct)
    {
        var token = await TokenAsync(ct);
        return token is null ? NoToken()
            : await FeedAsync(token, ct) is var (feed, refused) && feed is null ? refused!
            : await TakenAsync(token, feed!, ct);
    }

    /// <summary>How far something handed in has come. Only with a token for its feed.</summary>
    [HttpGet("deliveries/inbox/{id}"), Takes(IsTimeless = true)]
    [ProducesResponseType<ReceiptItem>(StatusCodes.Status200OK, "application/json")]
    public async Task<IActionResult> Receipt(string? id, CancellationToken ct)
    {
        Response.Headers.CacheControl = "no-store";
        if (await TokenAsync(ct) is not { } token)
        {
            return NoToken();
        }

        var receipt = long.TryParse(id, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? await inbox.ByIdAsync(number, ct) : null;
        return receipt is not null && await IsForAsync(token, await feeds.ByCodeAsync(receipt.Feed, ct), ct) ? Ok(await ItemAsync(receipt, ct)) : NotFound();
    }

    private async Task<MachineToken?> TokenAsync(CancellationToken ct) =>
        AuthenticationHeaderValue.TryParse(Request.Headers.Authorization, out var header) && Scheme.Equals(header.Scheme, StringComparison.OrdinalIgnoreCase) && header.Parameter is { } secret
            ? await tokens.UseAsync(secret, ct)
            : null;

    /// <summary>Whether a token opens a feed: it names it, and who made it has the role still.</summary>
    private async Task<bool> IsForAsync(MachineToken token, Feed? feed, CancellationToken ct) =>
        feed is not null && token.Feeds.Contains(feed.Code) && await accounts.ByIdAsync(token.MadeBy, ct) is { } person && person.Has(Role.Analyst, feed);

    private async Task<(Feed? Feed, IActionResult? Refused)> FeedAsync(MachineToken token, CancellationToken ct)
    {
        var (words, code) = (reading.Words.Intake, Request.Query["feed"].ToString());
        if (code.Length == 0)
        {
            return (null, Refused(StatusCodes.Status400BadRequest, words.ApiFeedMissing, "feed"));
        }

        var feed = await feeds.ByCodeAsync(code, ct);
        return feed is null ? (null, Refused(StatusCodes.Status404NotFound, reading.Fill(words.ApiNoFeed, Fault.Of("feed", code).Found), "feed"))
            : await IsForAsync(token, feed, ct) ? (feed, null)
            : (null, Refused(StatusCodes.Status403Forbidden, reading.Fill(words.ApiOtherFeed, code), "feed"));
    }

    private async Task<IActionResult> TakenAsync(MachineToken token, Feed feed, CancellationToken ct)
    {
        try
        {
            return Request.ContentLength > LargestBody ? TooLarge()
                : MultipartBody.Of(Request) is { } form ? await OfFormAsync(token, feed, form, ct)
                : await OfBodyAsync(token, feed, ct);
        }
        catch (NotKeptException fault)
        {
            SayNotKept(fault, fault.Fault);
            Response.Headers.RetryAfter = RetrySeconds;
            return Refused(StatusCodes.Status503ServiceUnavailable, reading.Fill(reading.Words.Intake.KeepFaults[fault.Fault.ToString()], NameOr("")));
        }
        catch (BadHttpRequestException fault)
        {
            return fault.StatusCode == StatusCodes.Status413PayloadTooLarge ? TooLarge() : Refused(fault.StatusCode, reading.Words.Intake.Unreadable);
        }
        catch (Exception fault) when (fault is IOException or InvalidDataException)
        {
            return Refused(StatusCodes.Status400BadRequest, reading.Words.Intake.Unreadable);
        }
    }

    private async Task<IActionResult> OfBodyAsync(MachineToken token, Feed feed, CancellationToken ct)
    {
        if (!MediaTypeHeaderValue.TryParse(Request.ContentType, out var type) || !MediaTypes.Contains(type.MediaType.ToString(), StringComparer.OrdinalIgnoreCase))
        {
            return Refused(StatusCodes.Status415UnsupportedMediaType, reading.Words.Intake.ApiMediaType);
        }

        if (NameOr("").Length == 0)
        {
            return Refused(StatusCodes.Status400BadRequest, reading.Words.Intake.ApiNameMissing, "name");
        }

        using var file = await inbox.ReceiveAsync(Request.Body, ct);
        return await KeptAsync(token, feed, NameOr(""), file, ct);
    }

    private async Task<IActionResult> OfFormAsync(MachineToken token, Feed feed, MultipartBody form, CancellationToken ct)
    {
        var part = await NextFileAsync(form, ct);
        if (part is null)
        {
            return Refused(StatusCodes.Status400BadRequest, reading.Words.Intake.Missing);
        }

        using var file = await inbox.ReceiveAsync(part.Bytes, ct);
        return file.Refusal is null && await NextFileAsync(form, ct) is not null
            ? Refused(StatusCodes.Status400BadRequest, reading.Words.Intake.ApiOneFile)
            : await KeptAsync(token, feed, NameOr(part.FileName!), file, ct);
    }

    private static async Task<BodyPart?> NextFileAsync(MultipartBody form, CancellationToken ct)
    {
        var part = await form.NextAsync(ct);
        while (part is not null && string.IsNullOrEmpty(part.FileName))
        {
            part = await form.NextAsync(ct);
        }

        return part;
    }

    private async Task<IActionResult> KeptAsync(MachineToken token, Feed feed, string name, ArrivedFile file, CancellationToken ct)
    {
        var kept = await inbox.KeepAsync(new() { Feed = feed, FileName = name, Channel = DeliveryChannel.Token, Who = token.Who, Token = token.Id }, file, ct);
        if (kept.Refusal is { } refusal)
        {
            return RefusedFile(refusal, name);
        }

        var receipt = kept.Receipt!;
        if (receipt.State == ReceiptState.Received)
        {
            await scheduler.RunNowAsync(feed.Code, CancellationToken.None);
        }

        var address = FormattableString.Invariant($"{HandIn.Receipts}/{receipt.Id}");
        Response.Headers.Location = address;
        return StatusCode(kept.IsNew ? StatusCodes.Status202Accepted : StatusCodes.Status200OK, await ItemAsync(receipt, ct));
    }

    private async Task<ReceiptItem> ItemAsync(Receipt receipt, CancellationToken ct) =>
        ReceiptItem.Of(receipt, receipt.Delivery is { } delivery ? await deliveries.ByIdAsync(delivery, ct) : null);

    private string NameOr(string other) => Request.Query["name"].ToString() is { Length: > 0 } name ? name : other;

    private ObjectResult NoToken()
    {
        Response.Headers.WWWAuthenticate = Scheme;
        return Refused(StatusCodes.Status401Unauthorized, reading.Words.Intake.ApiNoToken);
    }

    private ObjectResult TooLarge() => RefusedFile(FileRefusal.TooLarge, NameOr(""));

    private ObjectResult RefusedFile(FileRefusal refusal, string name)
    {
        var status = refusal switch
        {
            FileRefusal.TooLarge => StatusCodes.Status413PayloadTooLarge,
            FileRefusal.Empty => StatusCodes.Status400BadRequest,
            _ => StatusCodes.Status415UnsupportedMediaType,
        };
        return Refused(status, reading.Fill(reading.Words.Intake.Refusals[refusal.ToString()], Import.FileName.Of(name)));
    }

    private ObjectResult Refused(int status, string sentence, string? parameter = null) =>
        ApiProblem.Of(status, reading.Words.Intake.ApiTitle, sentence, parameter is null ? null : Fault.Of(parameter, Request.Query[parameter].ToString()) with { Sentence = sentence }, "");

    [LoggerMessage(Level = LogLevel.Error, Message = "Something handed in could not be kept: {Fault}.")]
    private partial void SayNotKept(Exception cause, ReceiptFault fault);
}
