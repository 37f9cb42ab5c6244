using System.Globalization;
using System.Text.Json.Nodes;
using Lagebild.Statistics;
using Lagebild.Storage;
using Lagebild.Web.Pages;
using Microsoft.AspNetCore.Mvc.Controllers;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace Lagebild.Web.Api;

/// <summary>The description of the API as OpenAPI 3.1: what is not in the code's own comments.</summary>
internal static class ApiDescription
{
    private const string About = """
        Released figures of the situation picture of migration for the six parliaments of the Southern Baltic, with everything that belongs to them: definitions, ways of
        counting, statuses, breaks, sources, releases. No key; only offices that hand figures in by a program need a token. Every answer is given as of a release (`stand`); with its number an address answers the same for ever,
        unless values were withdrawn for disclosure. Texts of the catalogue come in German, Polish and English; errors follow `Accept-Language`.
        """;

    private static readonly Dictionary<string, string> PathExamples = new()
    {
        ["indicators"] = "asylblg-recipients",
        ["regions"] = "DE-HH",
        ["dimensions"] = "sex",
        ["feeds"] = "destatis-asylblg",
        ["releases"] = "1",
        ["deliveries"] = "1",
        ["observations.{format}"] = "csv",
    };

    private static readonly (string Status, string Means)[] Refusals =
    [
        ("400", "A parameter is unknown or cannot be understood: `parameter`, `found` and `expected` say which, what and why."),
        ("404", "There is no such thing as of this release."),
        ("406", "The answer does not come in a format asked for by `Accept`."),
        ("429", "Too many requests from this client; `Retry-After` says how many seconds to wait."),
    ];

    private static readonly (string Status, string Means)[] TokenRefusals =
    [
        ("400", "The file is empty, broken off, or nameless, or a parameter is missing."),
        ("401", "There is no valid token."),
        ("403", "The token is not for this feed."),
        ("404", "There is no such feed or receipt."),
        ("413", "The file is larger than 200 MB."),
        ("415", "The file is none of those taken."),
        ("429", "Too many requests with this token; `Retry-After` says how many seconds to wait."),
        ("503", "Nothing can be kept just now; `Retry-After` says when to try again. Nothing half was kept."),
    ];

    private const string Token = "token";

    /// <summary>Of addresses that give whole files.</summary>
    private static readonly (string Status, string Means)[] FileRefusals =
    [
        ("410", "The file held values that were withdrawn for disclosure; `detail` names the release that did so."),
        ("416", "The file ends before the part asked for by `Range`; `Content-Range` says how long it is."),
    ];

    public static void Write(OpenApiOptions options)
    {
        options.OpenApiVersion = OpenApiSpecVersion.OpenApi3_1;
        options.ShouldInclude = description => description.GroupName == "v1" && description.HttpMethod is "GET" or "POST" && !description.RelativePath!.EndsWith(JsonEnding.Ending, StringComparison.Ordinal);
        options.AddOperationTransformer(Describe);
        options.AddDocumentTransformer(Introduce);
    }

    private static Task Introduce(OpenApiDocument document, OpenApiDocumentTransformerContext context, CancellationToken ct)
    {
        document.Info = new()
        {
            Title = "Lagebild",
            Version = "1",
            Description = About.ReplaceLineEndings(" "),
            License = new() { Name = "EUPL-1.2 (program); each feed names the licence of its figures", Identifier = "EUPL-1.2" },
            Contact = new() { Name = "Lagebild", Url = new("/en/imprint", UriKind.Relative) },
        };
        document.Servers = [new() { Url = "/" }];
        document.Tags = new HashSet<OpenApiTag>
        {
            new() { Name = "Catalogue", Description = "Definitions: what is measured, where, broken down by what, towards which targets, by which sources." },
            new() { Name = "Observation", Description = "Series and their values, and where a value comes from." },
            new() { Name = "Release", Description = "What became public when, by which delivery, and what it changed." },
            new() { Name = "Search", Description = "What there is, found by words of three languages." },
            new() { Name = "HandIn", Description = "Figures handed in by the programs of an office. What is handed in waits for a person's release." },
        };
        document.AddComponent<IOpenApiSecurityScheme>(Token, new OpenApiSecurityScheme
        {
            Type = SecuritySchemeType.Http,
            Scheme = "bearer",
            Description = "Made in the workbench for feeds of one office, shown once, for a year at most: `lb_` and 43 characters.",
        });
        return Task.CompletedTask;
    }

    private static async Task Describe(OpenApiOperation operation, OpenApiOperationTransformerContext context, CancellationToken ct)
    {
        var action = (ControllerActionDescriptor)context.Description.ActionDescriptor;
        operation.OperationId = char.ToLowerInvariant(action.ActionName[0]) + action.ActionName[1..];
        var isForTokens = action.ControllerTypeInfo == typeof(HandInController);
        operation.Security = isForTokens ? [new() { [new OpenApiSecuritySchemeReference(Token, context.Document)] = [] }] : [];
        operation.Parameters ??= [];
        foreach (var given in operation.Parameters.OfType<OpenApiParameter>())
        {
            await ExemplifyAsync(given, isForTokens, context, ct);
        }

        var takes = action.MethodInfo.GetCustomAttributes(typeof(TakesAttribute), false).Cast<TakesAttribute>().Single();
        foreach (var name in takes.Names)
        {
            operation.Parameters.Add(ApiParameter.Of(name).Describe());
        }

        operation.RequestBody = HttpMethods.IsPost(context.Description.HttpMethod!) ? Body() : null;
        await RefuseAsync(operation, isForTokens ? TokenRefusals : takes.IsFile || takes.AsFile ? [.. Refusals, .. FileRefusals] : Refusals, context, ct);
    }

    /// <summary>A part of the path: of a figure the first value there is, else a code of the samples.</summary>
    private static async Task ExemplifyAsync(OpenApiParameter given, bool isForTokens, OpenApiOperationTransformerContext context, CancellationToken ct)
    {
        var about = context.Description.RelativePath!.Split('/')[2];
        if (about == "figures")
        {
            var value = await FirstValueAsync(context.ApplicationServices, ct);
            (given.Description, var part) = given.Name switch
            {
                "series" => ("Number of the series.", value?.Series.ToString(CultureInfo.InvariantCulture)),
                "start" => ("First day of the period.", AddressFields.Day(value?.PeriodStart)),
                _ => ("Last day of the period.", AddressFields.Day(value?.PeriodEnd)),
            };
            given.Example = part is null ? null : JsonValue.Create(part);
        }
        else
        {
            given.Description = given.Name == "format" ? "The form of the file." : "Its code or number.";
            given.Example = !isForTokens && PathExamples.GetValueOrDefault(about) is { } example ? JsonValue.Create(example) : null;
        }
    }

    /// <summary>Null before the first release.</summary>
    private static async Task<RowPlace?> FirstValueAsync(IServiceProvider services, CancellationToken ct)
    {
        var release = await services.GetRequiredService<Stands>().LatestAsync(ct);
        var rows = services.GetRequiredService<RowReader>().RowsAsync(new RowQuery { Stand = release?.Number ?? 0 }, RowPlace.First, ct);
        return await rows.Select(r => new RowPlace(r.Series.Id, r.Observation.Period.Start, r.Observation.Period.End)).FirstOrDefaultAsync(ct);
    }

    private static OpenApiRequestBody Body() => new()
    {
        Description = "The file, at most 200 MB.",
        Required = true,
        Content = HandInController.MediaTypes.ToDictionary(t => t, _ => new OpenApiMediaType { Schema = new OpenApiSchema { Type = JsonSchemaType.String, Format = "binary" } }),
    };

    private static async Task RefuseAsync(OpenApiOperation operation, IReadOnlyList<(string Status, string Means)> refusals, OpenApiOperationTransformerContext context, CancellationToken ct)
    {
        context.Document!.AddComponent(nameof(ApiProblem), await context.GetOrCreateSchemaAsync(typeof(ApiProblem), null, ct));
        var problem = new OpenApiSchemaReference(nameof(ApiProblem), context.Document);
        operation.Responses ??= [];
        foreach (var (status, means) in refusals)
        {
            operation.Responses[status] = new OpenApiResponse
            {
                Description = means,
                Content = new Dictionary<string, OpenApiMediaType> { ["application/problem+json"] = new() { Schema = problem } },
            };
        }
    }
}
