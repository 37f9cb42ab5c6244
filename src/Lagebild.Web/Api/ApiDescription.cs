using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace Lagebild.Web.Api;

/// <summary>The description of the API as OpenAPI 3.1: what is not in the code's own comments.</summary>
internal static class ApiDescription
{
    public static void Write(OpenApiOptions options)
    {
        options.OpenApiVersion = OpenApiSpecVersion.OpenApi3_1;
    }
}
