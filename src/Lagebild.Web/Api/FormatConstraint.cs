using Lagebild.OpenData;

namespace Lagebild.Web.Api;

/// <summary>Route values that are the ending of a format data sets are handed out in: <c>{format:dataformat}</c>.</summary>
public sealed class FormatConstraint : IRouteConstraint
{
    private static readonly Dictionary<string, DataFormat> _all = DataFormat.All.ToDictionary(f => f.Code, StringComparer.Ordinal);

    /// <summary>The format with an ending; null where there is none.</summary>
    public static DataFormat? Of(string? ending) => ending is null ? null : _all.GetValueOrDefault(ending);

    /// <inheritdoc/>
    public bool Match(HttpContext? httpContext, IRouter? route, string routeKey, RouteValueDictionary values, RouteDirection routeDirection) =>
        Of(values[routeKey] as string) is not null;
}
