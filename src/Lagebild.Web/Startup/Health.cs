using System.Data.Common;
using Lagebild.Storage;

namespace Lagebild.Web.Startup;

/// <summary>Whether the program lives, and whether it may be asked.</summary>
internal static class Health
{
    /// <summary>200 as long as the program runs, with or without data.</summary>
    public const string Live = "/health/live";

    /// <summary>200 once the first release is out and the database answers, else 503.</summary>
    public const string Ready = "/health/ready";

    public static void MapHealth(this IEndpointRouteBuilder app)
    {
        app.MapGet(Live, () => Results.Text("live\n"));
        app.MapGet(Ready, ReadyAsync);
    }

    private static async Task<IResult> ReadyAsync(ReleaseStore releases, CancellationToken cancellation)
    {
        try
        {
            return await releases.LatestAsync(cancellation) is { } latest
                ? Results.Text(FormattableString.Invariant($"ready, release {latest.Number}\n"))
                : Results.Text("nothing is released yet\n", statusCode: StatusCodes.Status503ServiceUnavailable);
        }
        catch (DbException)
        {
            return Results.Text("the database does not answer\n", statusCode: StatusCodes.Status503ServiceUnavailable);
        }
    }
}
