namespace Lagebild.Web.Pages.Caching;

/// <summary>How long an answer may be kept while nothing new is released.</summary>
public static class Lifetime
{
    /// <summary>What readers are told: after a minute they are to ask again.</summary>
    internal const string OneMinute = "public, max-age=60";

    /// <summary>What a page knows of the clock (what is due, what is overdue) is at most a minute old.</summary>
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);

    private static readonly TimeSpan Day = TimeSpan.FromDays(1);

    /// <summary>A minute, and a day for pages that say they do not depend on the clock.</summary>
    public static TimeSpan Of(HttpContext http) => http.GetEndpoint()?.Metadata.GetMetadata<SameWithinReleaseAttribute>() is null ? Minute : Day;
}

/// <summary>On a page that changes with the release and its address alone, never with the clock.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class SameWithinReleaseAttribute : Attribute;
