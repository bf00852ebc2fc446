// Begins Swagger UI on our own OpenAPI document; a file of its own, because the page allows no inline script.
SwaggerUIBundle({ url: "/api/openapi.json", dom_id: "#documentation", deepLinking: true, defaultModelsExpandDepth: 0 });
